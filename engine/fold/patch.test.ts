import fc from "fast-check";
import { expect, test } from "vitest";
import { type Json, sameJson } from "./json.ts";
import { applyPatch, diff, pathKeys, pointerTo } from "./patch.ts";

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

test("a patch turns the state before into the state after, and leaves the one before alone", () => {
  fc.assert(
    fc.property(json, json, (before, after) => {
      const kept = JSON.stringify(before);
      expect(sameJson(applyPatch(before, diff(before, after)), after)).toBe(true);
      expect(JSON.stringify(before)).toBe(kept);
    }),
  );
});

test("equal states have an empty patch, whatever the order of their keys", () => {
  expect(diff({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toEqual([]);
});

test("an item added at the front of a list is one operation", () => {
  expect(diff([2, 3], [1, 2, 3])).toEqual([{ op: "add", path: "/0", value: 1 }]);
  expect(diff([1, 2, 3], [1, 3])).toEqual([{ op: "remove", path: "/1" }]);
});

test("keys with a slash or a tilde are escaped in the path and come back", () => {
  const [operation] = diff({}, { "a/b~c": 1 });
  expect(operation?.path).toBe("/a~1b~0c");
  expect(pathKeys("/a~1b~0c")).toEqual(["a/b~c"]);
  expect(pointerTo(["x", "a/b~c"])).toBe("/x/a~1b~0c");
});

test("a key named __proto__ is a key like any other", () => {
  const after = JSON.parse('{"__proto__":{"x":1}}') as Json;
  const result = applyPatch({}, diff({}, after));
  expect(JSON.stringify(result)).toBe('{"__proto__":{"x":1}}');
  expect(({} as { x?: number }).x).toBeUndefined();
});
