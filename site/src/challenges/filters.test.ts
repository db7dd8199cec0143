import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Filters, filterNames, filtersOf, matches, searchOf } from "./filters.ts";

const garage = { concept: ["fold", "lost-events"], kind: ["reducer"], difficulty: ["2"], progress: ["new"] };
const words = fc.constantFrom("fold", "lost-events", "reducer", "2", "new", "passed", "");
const filters: fc.Arbitrary<Filters> = fc.record(
  { concept: words, kind: words, difficulty: words, progress: words },
  { requiredKeys: [] },
);

test("without a filter every exercise is shown", () => {
  expect(matches(garage, {})).toBe(true);
  expect(matches(garage, { kind: "" })).toBe(true);
});

test("one of an exercise's concepts is enough", () => {
  expect(matches(garage, { concept: "lost-events" })).toBe(true);
  expect(matches(garage, { concept: "lost" })).toBe(false);
});

test("an exercise is shown where it is shown under each filter alone", () => {
  fc.assert(
    fc.property(filters, (wanted) => {
      const alone = filterNames.every((name) => matches(garage, { [name]: wanted[name] }));
      expect(matches(garage, wanted)).toBe(alone);
    }),
  );
});

test("an address gives back the filters it was made of", () => {
  fc.assert(
    fc.property(filters, (wanted) => {
      const set = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ""));
      expect(filtersOf(searchOf(wanted))).toEqual(set);
    }),
  );
});
