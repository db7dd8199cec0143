import fc from "fast-check";
import { expect, test } from "vitest";
import { countInterleavings, interleavings } from "./interleavings.ts";

test("two scripts of three statements have twenty interleavings", () => {
  expect([...interleavings(3, 3)]).toHaveLength(20);
  expect([...interleavings(1, 2)].map((order) => order.join(""))).toEqual(["ABB", "BAB", "BBA"]);
});

test("there are as many as counted, each another one, each with both scripts whole", () => {
  const length = fc.integer({ min: 0, max: 5 });
  fc.assert(
    fc.property(length, length, (a, b) => {
      const all = [...interleavings(a, b)];
      expect(all).toHaveLength(countInterleavings(a, b));
      expect(new Set(all.map((order) => order.join(""))).size).toBe(all.length);
      for (const order of all) {
        expect(order.filter((session) => session === "A")).toHaveLength(a);
        expect(order.filter((session) => session === "B")).toHaveLength(b);
      }
    }),
  );
});
