import fc from "fast-check";
import { expect, test } from "vitest";
import { ticks } from "./ticks.ts";

test("an axis begins at 0, ends at or above its largest value, and has 2 to 6 round values", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (most) => {
      const values = ticks(most);
      expect(values[0]).toBe(0);
      expect(values.at(-1)).toBeGreaterThanOrEqual(most);
      expect(values.length).toBeGreaterThanOrEqual(2);
      expect(values.length).toBeLessThanOrEqual(6);
      expect(values.every(Number.isInteger)).toBe(true);
    }),
  );
});

test("the values are those that people count in", () => {
  expect(ticks(7)).toEqual([0, 2, 4, 6, 8]);
  expect(ticks(48)).toEqual([0, 10, 20, 30, 40, 50]);
  expect(ticks(0)).toEqual([0, 1]);
});
