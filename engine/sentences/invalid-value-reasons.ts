/** Why a value cannot be part of a state, as a code, and the number or the name that belongs to it; "" where none does. */
export interface InvalidValueReason {
  reason: string;
  detail: string | number;
}

/** What the sandbox's driver says of such a value, by code. `$1` stands for the detail. */
const reasons: Record<string, string> = {
  undefined: "is undefined",
  nan: "is NaN, not a number",
  infinite: "is infinite",
  function: "is a function",
  symbol: "is a symbol",
  bigint: "is a BigInt",
  "too-large": "is larger than $1 characters",
  "too-many-values": "holds more than $1 values",
  "too-deep": "is more than $1 levels deep",
  cycle: "contains itself: a cycle",
  "list-class": "is a list of another class",
  hole: "is missing: a hole in a list",
  getter: "is a getter",
  "symbol-key": "has a symbol as a key",
  "name-on-list": "is a name on a list",
  "key-too-large": "has a key larger than $1 characters",
  "unnamed-class": "is an object of a class",
  class: "is an object of class $1",
};

const builtIn = "built-in";
const other = "other";

/** The reason that the driver gave in words. */
export function reasonOf(words: string): InvalidValueReason {
  for (const [reason, text] of Object.entries(reasons)) {
    const [before = "", after] = text.split("$1");
    if (after === undefined) {
      if (words === text) return { reason, detail: "" };
    } else if (words.startsWith(before) && words.endsWith(after)) {
      const detail = words.slice(before.length, words.length - after.length);
      return { reason, detail: /^[1-9]\d{0,14}$/.test(detail) ? Number(detail) : detail };
    }
  }
  const [, tag] = /^is a (.+)$/s.exec(words) ?? [];
  return tag === undefined ? { reason: other, detail: words } : { reason: builtIn, detail: tag };
}

/** The reason in English, as the end of a sentence. */
export function reasonInWords(reason: string, detail: string | number): string {
  if (reason === other) return String(detail);
  if (reason === builtIn) return `is ${/^[AEIOU]/.test(String(detail)) ? "an" : "a"} ${detail}`;
  return (reasons[reason] ?? "").replace("$1", () => String(detail));
}
