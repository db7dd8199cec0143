import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Json, sameJson } from "../../../../engine/fold/json.ts";
import { differingParts } from "./differing-parts.ts";

test("the smallest parts are named, and a list of another length as a whole", () => {
  expect(differingParts({ lines: { pants: 1, hat: 1 } }, { lines: { pants: 2 } })).toEqual([
    { path: ["lines", "pants"], one: 1, other: 2 },
    { path: ["lines", "hat"], one: 1, other: undefined },
  ]);
  expect(differingParts({ seen: ["a", "b"] }, { seen: ["a", "c"] })).toEqual([
    { path: ["seen", "1"], one: "b", other: "c" },
  ]);
  expect(differingParts({ seen: ["a"] }, { seen: [] })).toEqual([{ path: ["seen"], one: ["a"], other: [] }]);
});

test("law: there is a difference where two values are not the same, and only there", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(differingParts(one as Json, other as Json).length === 0).toBe(
        sameJson(one as Json, other as Json),
      );
    }),
  );
});
