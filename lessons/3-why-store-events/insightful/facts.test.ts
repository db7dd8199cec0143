import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openPack, readExercise } from "../../../exercises/catalog.ts";
import { endOfFold } from "../../../exercises/end-of-fold.ts";
import { interestAfter } from "./interest.ts";
import { recordsOf, shoppers, timeOf, visitRecords } from "./visits.ts";

const log = readFileSync(new URL("../../../exercises/hesitations/log.ndjson", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const carts = shoppers.map(({ cart }) => cart);
const ordersOf = (cart: string) =>
  Object.fromEntries(Object.entries(interestAfter(recordsOf(cart)).held).filter(([, qty]) => qty > 0));
const at = (offset: number) => {
  const { cart, type, time, sku } = visitRecords[offset] as (typeof visitRecords)[number];
  return [cart, type, time, sku];
};

test("the figure has the log that the exercise folds", () => {
  const ofExercise = log.map(({ key, event: { type, data, metadata } }, offset) => ({
    offset,
    cart: key,
    type,
    time: metadata.occurredAt.slice(11, 19),
    ...(data.sku && { sku: data.sku, qty: data.qty }),
  }));
  expect(visitRecords).toEqual(ofExercise);
});

test("the orders hold one t-shirt, one hat and two pairs of socks, and no pants", () => {
  expect(carts.map(ordersOf)).toEqual([{ "t-shirt": 1 }, { hat: 1 }, { socks: 2 }]);
});

test("the exercise's solution finds three hesitations about pants, of 20, 60 and 35 seconds", async () => {
  const exercise = await readExercise(await openPack(undefined, ["hesitations"]), "hesitations");
  const { state } = await endOfFold(exercise);
  expect((state as { hesitations: unknown }).hesitations).toEqual([
    { cart: "cart-21", sku: "pants", seconds: 20 },
    { cart: "cart-22", sku: "pants", seconds: 60 },
    { cart: "cart-23", sku: "pants", seconds: 35 },
  ]);
  for (const cart of carts) expect(interestAfter(recordsOf(cart)).hesitations).toEqual({ pants: 1 });
});

test("Sanjana's pants are put in at offset 1 and taken out at offset 3, Bob's taken out at offset 8", () => {
  expect(at(1)).toEqual(["cart-21", "ItemAdded", "10:00:10", "pants"]);
  expect(at(3)).toEqual(["cart-21", "ItemRemoved", "10:00:30", "pants"]);
  expect(at(8)).toEqual(["cart-22", "ItemRemoved", "10:02:15", "pants"]);
  expect(at(15)).toEqual(["cart-23", "ItemRemoved", "10:04:40", "pants"]);
});

test("Sanjana's hat is taken out after 61 seconds", () => {
  const [added, removed] = recordsOf("cart-21").filter(({ sku }) => sku === "hat");
  expect(added && removed && timeOf(removed) - timeOf(added)).toBe(61_000);
});

test("the funnel is three, three, three", () => {
  for (const type of ["CartOpened", "ItemAdded", "CheckedOut"] as const)
    expect(new Set(visitRecords.filter((each) => each.type === type).map(({ cart }) => cart)).size).toBe(3);
});

test("at 10:02 the log has come to offset 7, with one hesitation and an empty cart of Sanjana", () => {
  const known = visitRecords.filter(({ time }) => time <= "10:02:00");
  expect(known.at(-1)?.offset).toBe(7);
  const { hesitations, held } = interestAfter(known.filter(({ cart }) => cart === "cart-21"));
  expect(hesitations).toEqual({ pants: 1 });
  expect(Object.values(held).every((qty) => qty === 0)).toBe(true);
});

test("Yeva touched something five times, once it was socks and four times pants", () => {
  expect(interestAfter(recordsOf("cart-23")).touches).toEqual({ pants: 4, socks: 1 });
});
