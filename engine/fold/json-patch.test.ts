import fc from "fast-check";
import { expect, test } from "vitest";
import { type Json, sameJson } from "./json.ts";
import { applyPatch, diff, pathKeys, pointerTo } from "./json-patch.ts";

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

test("several patches one after the other lead to the same state as all of them at once, in the same bytes", () => {
  fc.assert(
    fc.property(fc.array(json, { minLength: 1, maxLength: 6 }), (states) => {
      const kept = JSON.stringify(states);
      const [first, ...rest] = states as [Json, ...Json[]];
      const patches = rest.map((state, i) => diff(states[i] as Json, state));
      const single = patches.reduce<Json>(applyPatch, first);
      expect(JSON.stringify(applyPatch(first, patches.flat()))).toBe(JSON.stringify(single));
      expect(sameJson(single, states.at(-1))).toBe(true);
      expect(JSON.stringify(states)).toBe(kept);
    }),
  );
});

test("what a patch puts in is not changed by what follows", () => {
  const patch = [...diff({}, { a: [1] }), ...diff({ a: [1] }, { a: [1, 2] })];
  applyPatch({}, patch);
  expect(patch[0]).toEqual({ op: "add", path: "/a", value: [1] });
});

test("a patch of as many operations as a state may hold values is applied in one go", () => {
  // Copied anew for each operation, this object would take more than a minute: the test would time out.
  const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`key-${i}`, i]));
  const patch = diff({}, wide);
  expect(patch).toHaveLength(20_000);
  expect(applyPatch({}, patch)).toEqual(wide);
  expect(applyPatch(wide, diff(wide, {}))).toEqual({});
});

test.each([
  { op: "replace", path: "/a/b", value: 1 } as const,
  { op: "add", path: "/list/3", value: 1 } as const,
  { op: "remove", path: "/list/x" } as const,
  { op: "replace", path: "/list/2/deep", value: 1 } as const,
])("a path that leads nowhere is refused: $op $path", (operation) => {
  expect(() => applyPatch({ list: [1, 2] }, [operation])).toThrow(/does not exist/);
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
