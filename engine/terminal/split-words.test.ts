import fc from "fast-check";
import { expect, test } from "vitest";
import { wordsOf } from "./split-words.ts";

/** A character of the first few alphabets, or one that steers: Unicode's whole tables take seconds to draw from. */
const sign = fc.integer({ min: 0, max: 0x2ff }).map((code) => String.fromCodePoint(code));

const texts = (line: string) => wordsOf(line).map(({ text }) => text);

test("words are split at blanks, and quotes keep them together", () => {
  expect(texts("kcat  -f '%k %s\\n' -t mine.carts ")).toEqual(["kcat", "-f", "%k %s\\n", "-t", "mine.carts"]);
  expect(texts('a "b \\"c\\" \\d" e\\ f \'\' g"h i"')).toEqual(["a", 'b "c" \\d', "e f", "", "gh i"]);
});

test("what a shell would act on is refused outside of quotes, and means itself between them", () => {
  for (const line of ["a > b", "a < b", "a && b", "a || b", "a |& b", "echo $HOME", "ls *", "a; b", "`a`"]) {
    expect(() => texts(line)).toThrow("This is not a shell");
  }
  for (const line of ['"$(a)"', '"`a`"', '"$HOME"', `"\${HOME}"`]) {
    expect(() => texts(line)).toThrow("In single quotes");
  }
  expect(texts("a '|' \"^a$\" \\; '$(a) `b` $HOME'")).toEqual(["a", "|", "^a$", ";", "$(a) `b` $HOME"]);
  expect(() => texts("a 'b")).toThrow("A quote is still open");
});

test("a pipe and a here-string are operators, with or without blanks around them", () => {
  expect(wordsOf("a|b 'c|d' <<<e").map(({ text, operator }) => (operator ? { operator } : text))).toEqual([
    "a",
    { operator: "|" },
    "b",
    "c|d",
    { operator: "<<<" },
    "e",
  ]);
});

test("whatever the words are, quoted they come back as they were", () => {
  const single = (word: string) => `'${word.replaceAll("'", `'"'"'`)}'`;
  // A shell would put in variables and processes between double quotes: such words are refused there.
  const double = (word: string) => `"${word.replaceAll(/["\\]/g, "\\$&")}"`;
  const expands = (word: string) => /[$`]/.test(word);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: sign }), fc.boolean())), (words) => {
      const line = words.map(([word, one]) => (one || expands(word) ? single(word) : double(word))).join(" ");
      expect(texts(line)).toEqual(words.map(([word]) => word));
    }),
  );
});

test("a line that is being typed has the place where its last word begins", () => {
  expect(wordsOf("kcat -t 'mine.c", true).at(-1)).toEqual({ text: "mine.c", start: 8, closed: false });
});
