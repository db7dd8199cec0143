import { expect, test } from "vitest";
import { TokenBucket } from "./token-bucket.ts";

test("a burst passes, then the steady rate", () => {
  const allowance = new TokenBucket(3, 10);
  const start = performance.now() + 1_000;
  expect([1, 2, 3, 4].map(() => allowance.take(1, start))).toEqual([true, true, true, false]);
  expect(allowance.take(1, start + 100)).toBe(true);
  expect(allowance.take(1, start + 101)).toBe(false);
  expect([1, 2, 3, 4].map(() => allowance.take(1, start + 10_000))).toEqual([true, true, true, false]);
});

test("what is taken at once may be more than one, and it is known when there is so much again", () => {
  const allowance = new TokenBucket(30, 10);
  const start = performance.now() + 1_000;
  expect(allowance.take(25, start)).toBe(true);
  expect(allowance.take(15, start)).toBe(false);
  expect(allowance.secondsUntil(15, start)).toBeCloseTo(1);
  expect(allowance.take(15, start + 1_001)).toBe(true);
});
