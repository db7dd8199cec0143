import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOfStep } from "./state-lines.ts";

test("a step's lines say what is new, what changed and what has gone", () => {
  expect(linesOfStep({ pants: 2, hat: 1 }, { pants: 1, socks: 3 })).toEqual([
    { name: "pants", value: "1", was: "2" },
    { name: "socks", value: "3", was: null },
    { name: "hat", value: "1", gone: true },
  ]);
});

test("whatever the two states hold, each name stands once, and nothing is marked where nothing changed", () => {
  const state = fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.string()));
  fc.assert(
    fc.property(state, state, (before, after) => {
      const names = linesOfStep(before, after).map(({ name }) => name);
      expect(new Set(names)).toEqual(new Set([...Object.keys(before), ...Object.keys(after)]));
      expect(names).toHaveLength(new Set(names).size);
      for (const line of linesOfStep(after, after)) expect(line).not.toHaveProperty("was");
    }),
  );
});
