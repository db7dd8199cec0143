import { Refusal } from "./errors.ts";

/**
 * Reads JSON that a client sent. Throws `request-invalid` where it is none, and where one of its keys could mean two
 * things: a key twice in one object, of which every reader takes another one, and `__proto__`.
 */
export function readJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal("request-invalid", "What was sent is not valid JSON.");
  }
  const key = doubtfulKey(text);
  if (key === null) return value;
  const name = JSON.stringify(key.slice(0, 100));
  throw new Refusal(
    "request-invalid",
    key === "__proto__" ? `The key ${name} is not taken.` : `The key ${name} stands twice in one object.`,
  );
}

const [quote, backslash, colon, space] = [0x22, 0x5c, 0x3a, 0x20];
const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];

/** The first key of valid JSON that could mean two things; null when there is none. */
function doubtfulKey(text: string): string | null {
  /** The keys so far of each object around this place; a list has none. */
  const around: (Set<string> | null)[] = [];
  let keys: Set<string> | null = null;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === quote) {
      const end = endOfString(text, at);
      if (isKey(text, end)) {
        const key = readKey(text.slice(at, end + 1));
        keys ??= new Set();
        if (key === "__proto__" || keys.has(key)) return key;
        keys.add(key);
      }
      at = end;
    } else if (character === openObject || character === openList) {
      around.push(keys);
      keys = null;
    } else if (character === closeObject || character === closeList) {
      keys = around.pop() ?? null;
    }
  }
  return null;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (text.charCodeAt(at) <= space) at++;
  return text.charCodeAt(at) === colon;
}

function readKey(quoted: string): string {
  return quoted.includes("\\") ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}
