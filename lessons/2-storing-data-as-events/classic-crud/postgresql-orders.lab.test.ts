import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DatabaseEvent } from "../../../engine/labs/database/events.ts";
import { evolve, initialState } from "../../../engine/labs/database/evolve.ts";
import { examples } from "../../../engine/labs/database/scripts.ts";
import { DatabaseSession } from "../../../playground-server/labs/database/database-session.ts";
import {
  learner,
  openTestPostgres,
  type TestPostgres,
} from "../../../playground-server/labs/postgres/testing/test-postgres.ts";
import { recordOrder } from "./postgresql-orders.ts";
import { designIds } from "./race.ts";

const file = join(import.meta.dirname, "postgresql-orders.json");
let server: TestPostgres;
let session: DatabaseSession;
let events: DatabaseEvent[];

beforeAll(async () => {
  server = await openTestPostgres();
  const names = learner("c");
  events = [];
  session = new DatabaseSession(names, server.databases, await server.databases.of(names), (event) =>
    events.push(event),
  );
});

afterAll(async () => {
  await session?.close();
  await server?.close();
});

test("the orders in the figure are what PostgreSQL does: run this once with UPDATE_RECORDINGS=1", async () => {
  const happened: Record<string, unknown> = {};
  for (const id of designIds) {
    const { setup, scripts, isolation } = examples.find((example) => example.id === id) ?? never(id);
    const data = { setup, scripts, isolation };
    await session.handle({ type: "RunEveryInterleaving", data }, new AbortController().signal);
    const { interleavings } = events.reduce(evolve, initialState());
    happened[id] = interleavings?.outcomes.map(recordOrder);
  }
  if (process.env.UPDATE_RECORDINGS === "1") writeFileSync(file, `${JSON.stringify(happened, null, 1)}\n`);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(happened);
});

function never(id: string): never {
  throw new Error(`The lab has no example ${id}.`);
}
