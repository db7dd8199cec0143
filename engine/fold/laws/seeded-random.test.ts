import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom, pickNumbers } from "./seeded-random.ts";

test("random numbers follow from the seed and lie from 0 up to 1", () => {
  const draw = (seed: number) => Array.from({ length: 1_000 }, createRandom(seed));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(Math.min(...draw(1))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...draw(1))).toBeLessThan(1);
  const mean = draw(1).reduce((sum, n) => sum + n, 0) / 1_000;
  expect(mean).toBeCloseTo(0.5, 1);
});

test("a sample of numbers holds as many as were asked for, each once, in their order", () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), fc.nat(50), fc.nat(), (from, span, count, seed) => {
      const some = pickNumbers(from, from + span, count, seed);
      expect(some).toHaveLength(Math.min(span, count));
      expect(new Set(some).size).toBe(some.length);
      expect(some).toEqual(some.toSorted((a, b) => a - b));
      for (const n of some) expect(n >= from && n < from + span).toBe(true);
    }),
  );
});
