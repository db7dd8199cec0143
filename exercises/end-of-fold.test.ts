import { expect, test } from "vitest";
import { openPack, readExercise } from "./catalog.ts";
import { endOfFold } from "./end-of-fold.ts";

test.each([
  ["cart-read-only", { state: { lines: { pants: 1, "t-shirt": 1, hat: 1 } } }],
  ["cart-decide", { state: { checkedOut: expect.any(Boolean) } }],
  ["cart-views", { state: { cartOf: expect.anything(), itemsWanted: expect.anything() } }],
  ["chess-threefold", { answer: true }],
])("the fold of %s ends with its state, or with what the called function answers", async (id, end) => {
  expect(await endOfFold(await readExercise(await openPack(undefined, [id]), id))).toMatchObject(end);
});
