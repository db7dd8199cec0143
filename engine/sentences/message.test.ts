import { expect, test } from "vitest";
import { reasonInWords, reasonOf } from "./invalid-value-reasons.ts";
import { joinMessages, sentencesFrom, verbatimMessage, writeSentences } from "./message.ts";
import { englishTables } from "./testing/english-sentences.ts";
import { expectSentences } from "./testing/expect-sentences.ts";

const table = {
  full: "The jar is full.",
  holds: ({ count, what }: { count: number; what: string }) => `It holds ${count} ${what}.`,
};
const says = sentencesFrom(table);

test("a sentence is an English text, and a code with what is in it", () => {
  expect(says("holds", { count: 3, what: "plums" })).toEqual({
    message: "It holds 3 plums.",
    sentences: [{ code: "holds", params: { count: 3, what: "plums" } }],
  });
  expect(says("full")).toEqual({ message: "The jar is full.", sentences: [{ code: "full", params: {} }] });
});

test("several sentences are one message, and what says nothing is left out of it", () => {
  const joined = joinMessages(says("full"), null, verbatimMessage(""), verbatimMessage("Why?"));
  expect(joined.message).toBe("The jar is full. Why?");
  expect(writeSentences(joined.sentences, { full: "Burka ir pilna." })).toBe("Burka ir pilna. Why?");
});

test.each(["unknown", "constructor", "__proto__", "toString"])(
  "a message with the code %s, which no table has, is not written in part",
  (code) => {
    const sentences = [...says("full").sentences, { code, params: {} }];
    expect(writeSentences(sentences, table)).toBeNull();
  },
);

test("no two sentences of engine and server have the same code", () => {
  const codes = [...englishTables.values()].flat().flatMap((one) => Object.keys(one));
  expect(codes.filter((code, place) => codes.indexOf(code) !== place)).toEqual([]);
  expect(codes.filter((code) => !/^[a-z][a-z0-9-]*$/.test(code))).toEqual([]);
  expect(codes.length).toBeGreaterThan(100);
});

test.each([
  ["is undefined", "undefined", ""],
  ["is NaN, not a number", "nan", ""],
  ["is larger than 5000 characters", "too-large", 5000],
  ["holds more than 100 values", "too-many-values", 100],
  ["is more than 32 levels deep", "too-deep", 32],
  ["is a getter", "getter", ""],
  ["is a Map", "built-in", "Map"],
  ["is an object of class Jar", "class", "Jar"],
  ["is an object of class $1", "class", "$1"],
  ["is an object of a class", "unnamed-class", ""],
  ["is not of this world", "other", "is not of this world"],
])("the driver's reason “%s” is %s, and in English the same words again", (words, reason, detail) => {
  expect(reasonOf(words)).toEqual({ reason, detail });
  expect(reasonInWords(reason, detail)).toBe(words);
});

test("an article fits the name after it", () => {
  const { reason, detail } = reasonOf("is a Int8Array");
  expect(reasonInWords(reason, detail)).toBe("is an Int8Array");
});

test("a message without its sentences is found", () => {
  expect(() => expectSentences({ message: "The jar is full." })).toThrow();
  expectSentences({ message: "" });
});
