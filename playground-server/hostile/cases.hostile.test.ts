import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { until } from "../testing/playground.ts";
import { cases } from "./cases.ts";
import { House } from "./house.ts";
import { tryCase } from "./invariants.ts";
import { closeOwnBroker } from "./own-broker.ts";
import { slownessOfThisMachine } from "./slowness.ts";

/** How many cases each class of the table has, in its order. Only odd numbers are listed there. */
const table = Object.entries({
  ...{
    CPU: 8,
    RGX: 4,
    NAT: 7,
    MEM: 8,
    STK: 6,
    ASY: 6,
    STA: 16,
    TMP: 6,
    PUR: 4,
    DET: 5,
    ERR: 6,
    SRC: 10,
    TS: 9,
  },
  ...{ CAP: 7, OUT: 4, BRG: 5, NET: 12, TEN: 6, KAF: 9, RUN: 7, OPS: 4 },
}).flatMap(([name, count]) =>
  Array.from({ length: count }, (_, i) => `${name}-${String(2 * i + 1).padStart(2, "0")}`),
);

let house: House;
let slowness: number;
beforeAll(async () => {
  house = await House.open(inject("kafka"));
  slowness = slownessOfThisMachine();
});
afterAll(async () => {
  await closeOwnBroker();
  await house.close();
});

test("the whole table is tried, case by case, in its order", () => {
  expect(table).toHaveLength(149);
  expect(cases.map(({ id }) => id)).toEqual(table);
});

/** What would grow if something leaked. */
const held = () => ({ sandboxes: house.sandboxes.length, descriptors: openDescriptors() });
let afterFirst: ReturnType<typeof held>;

describe("the table", () => {
  for (const hostile of cases)
    test(`${hostile.id}: ${hostile.what}`, () => tryCase(house, hostile, slowness));
  afterAll(() => {
    afterFirst = held();
  });
});

describe("the table a second time on the same server", () => {
  for (const hostile of cases) test(`${hostile.id} again`, () => tryCase(house, hostile, slowness));

  /** A connection to Kafka may have been renewed, and the old one have some seconds left. */
  const tolerance = 4;
  test("and nothing has leaked: as many processes and descriptors as after the first time", async () => {
    await until(() => held().sandboxes === afterFirst.sandboxes, "the same number of processes");
    await until(() => held().descriptors <= afterFirst.descriptors + tolerance, "no more descriptors");
  });
});

/** 0 where the system does not tell. */
function openDescriptors(): number {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return 0;
  }
}
