import { expect, test } from "vitest";
import { countOf, thereAre } from "./count-of.ts";

test.each([
  [0, "There is no wrong answer.", "0 wrong answers"],
  [1, "There is 1 wrong answer.", "1 wrong answer"],
  [3, "There are 3 wrong answers.", "3 wrong answers"],
])("%i is said with the right form of the noun", (count, sentence, counted) => {
  expect(thereAre(count, "wrong answer")).toBe(sentence);
  expect(countOf(count, "wrong answer")).toBe(counted);
});
