import { expect, test } from "vitest";
import { Allowance } from "./allowance.ts";

test("a burst passes, then the steady rate", () => {
  const allowance = new Allowance(3, 10);
  const start = performance.now() + 1_000;
  expect([1, 2, 3, 4].map(() => allowance.take(start))).toEqual([true, true, true, false]);
  expect(allowance.take(start + 100)).toBe(true);
  expect(allowance.take(start + 101)).toBe(false);
  expect([1, 2, 3, 4].map(() => allowance.take(start + 10_000))).toEqual([true, true, true, false]);
});
