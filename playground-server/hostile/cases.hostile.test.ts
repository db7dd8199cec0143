import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import { waitForCondition } from "../testing/test-playground.ts";
import { cases } from "./all-cases.ts";
import type { HostileCase } from "./case.ts";
import { expectedOutcomes } from "./expected-outcomes.ts";
import { tryCase } from "./invariants.ts";
import { slownessOfThisMachine } from "./machine-slowness.ts";
import { closeOwnBroker } from "./own-broker.ts";
import { TargetServer } from "./target-server.ts";

let target: TargetServer;
let slowness: number;
beforeAll(async () => {
  target = await TargetServer.open(inject("kafka"));
  slowness = slownessOfThisMachine();
});
afterAll(async () => {
  await closeOwnBroker();
  await target.close();
});

/** A case with its row of the table; that each has one is held by `expected-outcomes.test.ts`. */
const rows = new Map(expectedOutcomes.map((row) => [row.id, row]));
async function tryOne(hostile: HostileCase): Promise<void> {
  const row = rows.get(hostile.id);
  if (!row) throw new Error(`expected-outcomes.json has no row ${hostile.id}.`);
  await tryCase(target, hostile, row, slowness);
}

/** What would grow if something leaked. */
const held = () => ({ sandboxes: target.sandboxes.length, descriptors: openDescriptors() });
let afterFirst: ReturnType<typeof held>;

describe("the table", () => {
  for (const hostile of cases) test(`${hostile.id}: ${hostile.what}`, () => tryOne(hostile));
  afterAll(() => {
    afterFirst = held();
  });
});

describe("the table a second time on the same server", { tags: "full" }, () => {
  for (const hostile of cases) test(`${hostile.id} again`, () => tryOne(hostile));

  /** A connection to Kafka may have been renewed, and the old one have some seconds left. */
  const tolerance = 4;
  test("and nothing has leaked: as many processes and descriptors as after the first time", async () => {
    await waitForCondition(() => held().sandboxes === afterFirst.sandboxes, "the same number of processes");
    await waitForCondition(
      () => held().descriptors <= afterFirst.descriptors + tolerance,
      "no more descriptors",
    );
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
