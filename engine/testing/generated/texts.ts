import fc from "fast-check";

/** Texts that UTF-8 can carry, so that a record of Kafka can: keys, headers and values of generated logs. */
export const wellFormedText = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("cart-1", "cart-2", "hat", "t-shirt", "a/b", "~1", "0", "10", "9"),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "",
      " ",
      "Größe",
      "ключ",
      "鍵",
      "🎩",
      "e\u0301",
      "ﬁ",
      "\u2028",
      "\ufeff",
      "\0",
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom("__proto__", "constructor", "toString", "then", "length", "-1") },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);

/** Any text of JavaScript, halves of characters included. */
export const anyText = fc.oneof(
  { weight: 5, arbitrary: wellFormedText },
  { weight: 1, arbitrary: fc.constantFrom("\ud800", "\udc00x", "a\ud83d") },
  { weight: 1, arbitrary: fc.array(fc.nat(0xffff), { maxLength: 4 }).map((c) => String.fromCharCode(...c)) },
);

/** Numbers as JSON texts, those included that JavaScript reads as others: `-0`, `1e400`, more digits than a double has. */
export const numberText = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -20, max: 20 }).map(String) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("-0", "-0.0", "0.1", "1e21", "1e-7", "5e-324", "1.7976931348623157e308"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("1e400", "-1E+400", "-1e-400", "12345678901234567890", "9007199254740993"),
  },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => JSON.stringify(n)) },
);

/** A text as a literal of the source: as it stands, or with everything escaped that is not ASCII. */
export function stringLiteral(text: string, escaped = true): string {
  const quoted = JSON.stringify(text).replace(/[\u2028\u2029]/g, escapedUnit);
  return escaped ? quoted.replace(/[^ -~]/g, escapedUnit) : quoted;
}

function escapedUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
