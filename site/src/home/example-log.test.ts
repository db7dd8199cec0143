import { expect, test } from "vitest";
import { cartAfter, describeCart, evolve, exampleRecords } from "./example-log.ts";

test("the whole morning leaves one pair of pants", () => {
  expect(cartAfter(exampleRecords.length)).toEqual({ pants: 1 });
});

test("before the question is asked, the cart still holds the hat", () => {
  expect(cartAfter(4)).toEqual({ hat: 1, pants: 1 });
});

test("a line that reaches zero is not in the cart any more", () => {
  expect(evolve({ hat: 1 }, { time: "", type: "ItemRemoved", sku: "hat", qty: 1 })).toEqual({});
});

test("a fold changes no state it was given", () => {
  const before = Object.freeze({ hat: 1 });
  evolve(before, { time: "", type: "ItemAdded", sku: "hat", qty: 1 });
  expect(before).toEqual({ hat: 1 });
});

test("a cart is told line by line", () => {
  expect(describeCart({})).toBe("");
  expect(describeCart({ pants: 1, hat: 2 })).toBe("pants 1, hat 2");
});
