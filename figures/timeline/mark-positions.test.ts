import fc from "fast-check";
import { expect, test } from "vitest";
import { markPositions, positionOfTime } from "./mark-positions.ts";

const times = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 30 })
  .map((all) => all.toSorted((a, b) => a - b));

test("marks keep their order, stay on the axis, and leave each other room", () => {
  fc.assert(
    fc.property(times, fc.double({ min: 0, max: 0.2, noNaN: true }), (all, gap) => {
      const places = markPositions(all, gap);
      const room = Math.min(gap, all.length > 1 ? 1 / (all.length - 1) : 1);
      for (const [i, place] of places.entries()) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(1);
        if (i > 0) expect(place - (places[i - 1] as number)).toBeGreaterThanOrEqual(room - 1e-9);
      }
    }),
  );
});

test("where there is room, a mark stands at its own time", () => {
  expect(markPositions([0, 25, 100], 0.1)).toEqual([0, 0.25, 1]);
  expect(positionOfTime(25, [0, 25, 100])).toBe(0.25);
});

test("events of one moment stand side by side", () => {
  expect(markPositions([7, 7, 7], 0.1)).toEqual([0, 0.1, 0.2]);
});
