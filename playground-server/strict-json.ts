import { requestLimits } from "../engine/protocol/request-limits.ts";
import { Refusal, refusalDetail } from "./errors.ts";

/**
 * Reads JSON that a client sent. Throws `request-invalid` if it is not JSON, if parsing so large a structure would
 * delay everybody, and if a key is ambiguous: one that is twice in an object, where readers disagree about which counts,
 * and `__proto__`.
 */
export function readJson(text: string): unknown {
  try {
    checkText(text);
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("request-invalid", refusalDetail("request-not-json"));
  }
}

const [quote, backslash, colon, comma, space] = [0x22, 0x5c, 0x3a, 0x2c, 0x20];
const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Scans any text once for its depth, its number of values, and its keys. */
function checkText(text: string): void {
  /** The keys so far of each object around this place; a list has none. */
  const around: (Set<string> | null)[] = [];
  let keys: Set<string> | null = null;
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === quote) {
      const end = endOfString(text, at);
      if (isKey(text, end)) {
        keys ??= new Set();
        addKey(readKey(text.slice(at, end + 1)), keys);
      }
      at = end;
    } else if (character === comma) {
      if (++values > requestLimits.textValues) throw tooMuch("too-many-values", requestLimits.textValues);
    } else if (character === openObject || character === openList) {
      around.push(keys);
      if (around.length > requestLimits.textDepth) throw tooMuch("too-many-levels", requestLimits.textDepth);
      keys = null;
    } else if (character === closeObject || character === closeList) {
      keys = around.pop() ?? null;
    }
  }
}

function addKey(key: string, keys: Set<string>): void {
  const name = JSON.stringify(key.slice(0, 100));
  if (key === "__proto__")
    throw new Refusal("request-invalid", refusalDetail("key-not-allowed", { key: name }));
  if (keys.has(key)) throw new Refusal("request-invalid", refusalDetail("key-twice", { key: name }));
  keys.add(key);
  if (keys.size > requestLimits.keysInOneObject) {
    throw tooMuch("too-many-keys", requestLimits.keysInOneObject);
  }
}

function tooMuch(code: "too-many-values" | "too-many-levels" | "too-many-keys", most: number): Refusal {
  return new Refusal("request-invalid", refusalDetail(code, { most }));
}

/** The index of the closing quote; an index past the end of the text if there is none. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (text.charCodeAt(at) <= space) at++;
  return text.charCodeAt(at) === colon;
}

/** Throws a SyntaxError if it is not a JSON string. */
function readKey(quoted: string): string {
  return quoted.includes("\\") ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}
