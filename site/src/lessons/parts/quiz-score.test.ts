import { expect, test } from "vitest";
import { scoreOf } from "./quiz-score.ts";

test("nothing is said before the first right answer", () => {
  expect(
    scoreOf([
      { right: [1], tries: [0] },
      { right: [0], tries: [] },
    ]),
  ).toBe("");
});

test("a question counts as answered once its right option was opened", () => {
  expect(
    scoreOf([
      { right: [1], tries: [0, 1] },
      { right: [0], tries: [] },
    ]),
  ).toBe("1 of 2 answered.");
});

test("only the first option opened counts as the first try", () => {
  expect(
    scoreOf([
      { right: [1], tries: [0, 1] },
      { right: [0], tries: [0] },
    ]),
  ).toBe("All answered, 1 of 2 at the first try.");
});
