import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DatabaseEvent } from "../../../engine/labs/database/events.ts";
import { evolve, initialState } from "../../../engine/labs/database/evolve.ts";
import { recordedExamples, recordOrder } from "../../../engine/labs/database/recorded-orders.ts";
import { learner, openTestDatabases, type TestDatabases } from "../postgres/testing/test-databases.ts";
import { DatabaseSession } from "./database-session.ts";

const file = join(import.meta.dirname, "../../../engine/labs/database/recorded-orders.json");
const names = learner("e");
let server: TestDatabases;
let session: DatabaseSession;
let events: DatabaseEvent[];

beforeAll(async () => {
  server = await openTestDatabases();
  events = [];
  session = new DatabaseSession(names, server.databases, await server.databases.of(names), (event) =>
    events.push(event),
  );
});

afterAll(async () => {
  await session?.close();
  await server?.close([names]);
});

test("the recorded orders are those of PostgreSQL: with UPDATE_RECORDINGS=1 this test writes them", async () => {
  const happened: Record<string, unknown> = {};
  for (const { id, setup, scripts, isolation } of recordedExamples) {
    const data = { setup, scripts, isolation };
    await session.handle({ type: "RunEveryInterleaving", data }, new AbortController().signal);
    const { interleavings } = events.reduce(evolve, initialState());
    happened[id] = interleavings?.outcomes.map(recordOrder);
  }
  if (process.env.UPDATE_RECORDINGS === "1") writeFileSync(file, `${JSON.stringify(happened, null, 1)}\n`);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(happened);
});
