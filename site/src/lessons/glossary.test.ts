import { expect, test } from "vitest";
import { explain, words } from "./glossary.ts";

test("every word of the glossary is explained in plain sentences that end with a full stop", () => {
  expect(words.length).toBeGreaterThan(30);
  for (const word of words) expect(explain(word), word).toMatch(/^[A-Zde].{10,}\.$/);
});

test("a word is found in the plural and with a capital", () => {
  expect(explain("Offsets")).toBe(explain("offset"));
});

test("a word the glossary does not know is refused, with the file to fix", () => {
  expect(() => explain("zookeeper")).toThrow(/glossary\.yaml does not know "zookeeper"/);
});
