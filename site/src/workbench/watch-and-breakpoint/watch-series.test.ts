import fc from "fast-check";
import { expect, test } from "vitest";
import type { Watched } from "../../../../engine/fold/trace.ts";
import { formatWatched, numbersOf, stepLine, stretchesOf, summary } from "./watch-series.ts";

const value = (each: number | string | boolean | null): Watched => ({ value: each });
const place = (step: number) => `offset ${step}`;
const anything = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map(value),
  fc.constantFrom(value("paid"), value(true), value(null), { text: "[1, 2]" }, { error: "no" }),
);

test("stretches cover every step once, and neighbours differ", () => {
  fc.assert(
    fc.property(fc.array(anything), (series) => {
      const found = stretchesOf(series);
      expect(found.flatMap(({ length, value }) => Array(length).fill(value))).toEqual(
        series.map(formatWatched),
      );
      let next = 0;
      for (const [i, { from, length, value, error }] of found.entries()) {
        expect(from).toBe(next);
        next += length;
        const before = found[i - 1];
        expect(before !== undefined && before.value === value && before.error === error).toBe(false);
      }
    }),
  );
});

test("a step line stays in its box and ends where its last number ends", () => {
  const numbers = fc.array(fc.option(fc.integer({ min: -99, max: 99 })), { minLength: 1 });
  fc.assert(
    fc.property(numbers, (series) => {
      const path = stepLine(series, 100, 20);
      for (const [, command, x, y] of path.matchAll(/([MHV])([\d.-]+)(?: ([\d.-]+))?/g)) {
        const [across, up] = command === "V" ? [0, Number(x)] : [Number(x), Number(y ?? 0)];
        expect(across >= 0 && across <= 100 && up >= 0 && up <= 20).toBe(true);
      }
      if (series.at(-1) !== null) expect(path).toMatch(/H100$/);
      expect(path === "").toBe(series.every((each) => each === null));
    }),
  );
});

test("a chart of numbers is told by its range, its end and its first change", () => {
  expect(summary([0, 0, 250, 120].map(value), place)).toBe(
    "from 0 to 250; after the last record 120; changes for the first time at offset 2",
  );
  expect(summary([7, 7].map(value), place)).toBe("always 7");
});

test("of other values it is told how many there are, and errors are counted with the first reason", () => {
  expect(summary(["open", "open", "paid"].map(value), place)).toBe(
    "2 different values; after the last record paid; changes for the first time at offset 2",
  );
  expect(summary([{ error: "TypeError: no x" }, value(1), value(2)], place)).toBe(
    "from 1 to 2; after the last record 2; changes for the first time at offset 2; fails once in 3 steps: TypeError: no x",
  );
  expect(summary([{ error: "no" }], place)).toBe("fails once in 1 step: no");
  expect(summary([{ error: "ReferenceError: cart is not defined" }], place)).toBe(
    "fails once in 1 step: ReferenceError: cart is not defined. An expression can use state, before, event and key.",
  );
});

test("numbers with gaps are a line, with other values among them they are not", () => {
  expect(numbersOf([value(1), value(null), { error: "no" }])).toEqual([1, null, null]);
  expect(numbersOf([value(1), value("a")])).toBeNull();
  expect(numbersOf([value(null)])).toBeNull();
});
