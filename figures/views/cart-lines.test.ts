import { expect, test } from "vitest";
import type { Json } from "../../engine/fold/json.ts";
import { cartLines, formatCount, linesOf } from "./cart-lines.ts";

test("a cart's lines say what they hold and what they held before", () => {
  const before = { lines: { pants: 2, hat: 1 } };
  const after = { lines: { pants: 1, socks: 3 } };
  expect(cartLines(after, before)).toEqual([
    { sku: "pants", now: 1, was: 2, change: "changed" },
    { sku: "socks", now: 3, was: undefined, change: "new" },
    { sku: "hat", now: undefined, was: 1, change: "gone" },
  ]);
});

test("without a state before, nothing is marked as changed", () => {
  expect(cartLines({ lines: { hat: 1 } })).toEqual([{ sku: "hat", now: 1, was: 1, change: "same" }]);
});

test("a line may have the name of something every object inherits", () => {
  expect(cartLines({ lines: { constructor: 1 } }, { lines: {} })).toEqual([
    { sku: "constructor", now: 1, was: undefined, change: "new" },
  ]);
});

test("a state of another shape has no lines to draw", () => {
  const others: Json[] = [null, 3, "cart", [], {}, { lines: null }, { lines: [1] }];
  for (const state of others) {
    expect(linesOf(state)).toBeNull();
    expect(cartLines(state, state)).toEqual([]);
  }
});

test("whatever a line holds is told", () => {
  expect([-1, 0, "2", null, undefined].map(formatCount)).toEqual(["−1", "0", '"2"', "null", "none"]);
});
