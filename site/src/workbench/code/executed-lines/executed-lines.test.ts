import fc from "fast-check";
import { expect, test } from "vitest";
import { lit as words } from "../../../../../language/english/code.ts";
import { executedLinesAt } from "./executed-lines.ts";
import { ranges } from "./number-ranges.ts";

test("ranges hold every number once, and neighbours stand in one", () => {
  const rising = fc.uniqueArray(fc.integer({ min: 1, max: 80 })).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(rising, (numbers) => {
      const found = ranges(numbers);
      expect(
        found.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
      ).toEqual(numbers);
      found.reduce((before, [from, to]) => {
        expect(from).toBeGreaterThan(before + 1);
        return to;
      }, -1);
    }),
  );
});

const asked = { begun: true, stale: false };
const received = {
  lines: new Map([
    [-1, [1]],
    [0, [4, 7, 8, 9]],
    [1, []],
  ]),
  end: null,
};

test("the lines of a step are described as a person would", () => {
  expect(executedLinesAt(received, 0, asked)).toEqual({ lines: [4, 7, 8, 9], words: words.ran("4, 7–9", 4) });
  expect(words.ran("4, 7–9", 4)).toBe("Lines 4, 7–9 ran.");
  expect(executedLinesAt(received, 1, asked).words).toBe(words.none);
});

test("code that has changed since the fold has no line lit, and the page says why", () => {
  expect(executedLinesAt(received, 0, { ...asked, stale: true })).toEqual({ lines: [], words: words.stale });
});

test("where lines are missing the engine's sentence stands, up to there they are lit", () => {
  const end = { kind: "end" as const, missing: "limit" as const, message: "Lines are lit up to here." };
  expect(executedLinesAt({ ...received, end }, 0, asked).lines).toEqual([4, 7, 8, 9]);
  expect(executedLinesAt({ ...received, end }, 2, asked)).toEqual({
    lines: [],
    words: "Lines are lit up to here.",
  });
  expect(executedLinesAt(received, 2, asked).words).toBe(words.following);
  expect(executedLinesAt(received, 2, { begun: false, stale: false }).words).toBe(words.before);
});
