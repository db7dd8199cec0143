import { beforeEach, expect, test } from "vitest";
import { stubStorage } from "../../workbench/testing/browser-storage.ts";
import { optionOrder, quizSeed } from "./option-order.ts";

beforeEach(stubStorage);

test("a browser keeps its seed, so that a learner sees the same order every time", () => {
  const seed = quizSeed();
  expect(quizSeed()).toBe(seed);
  expect(optionOrder(seed, "chess/0", 3)).toEqual(optionOrder(seed, "chess/0", 3));
});

test("every option is shown once, and over many learners each is first about as often as the others", () => {
  const first = [0, 0, 0];
  for (let seed = 0; seed < 3_000; seed++) {
    const order = optionOrder(seed, "cqrs/2", 3);
    expect(order.toSorted()).toEqual([0, 1, 2]);
    const shown = order[0] as number;
    first[shown] = (first[shown] ?? 0) + 1;
  }
  for (const times of first) expect(times).toBeGreaterThan(850);
});

test("one learner's questions differ in their order", () => {
  const orders = Array.from({ length: 12 }, (_, question) => optionOrder(7, `chess/${question}`, 3).join());
  expect(new Set(orders).size).toBeGreaterThan(2);
});
