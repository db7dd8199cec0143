import { expect, test } from "vitest";
import { cardPitch, scrollFor, windowOf } from "./visible-cards.ts";

test("a tape of a million cards draws only those in sight", () => {
  const { from, to } = windowOf(500_000 * cardPitch, 800, 1_000_000);
  expect(from).toBe(499_996);
  expect(to - from).toBeLessThan(16);
});

test("the window never leaves the tape", () => {
  expect(windowOf(0, 800, 3)).toEqual({ from: 0, to: 3 });
  expect(windowOf(99_999, 800, 3)).toEqual({ from: 3, to: 3 });
});

test("a card in sight does not scroll the tape", () => {
  expect(scrollFor(1, 0, 3 * cardPitch)).toBeNull();
});

test("a card beyond the edge comes into sight with its neighbour", () => {
  expect(scrollFor(5, 0, 3 * cardPitch)).toBe(4 * cardPitch);
  expect(scrollFor(1, 4 * cardPitch, 3 * cardPitch)).toBe(0);
});
