import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
  type CaptureState,
  captureFold,
  changesNotFlushed,
  changesOfRun,
  type ShownChange,
} from "../../../engine/labs/change-capture/evolve.ts";
import { firstDifference } from "../../../engine/labs/change-capture/rebuild-table.ts";
import type { ShapeId } from "../../../engine/labs/change-capture/shapes.ts";
import { HttpLearner } from "../testing/http-learner.ts";
import { expectRecording } from "../testing/recording.ts";
import { changeCaptureLab } from "./change-capture-lab.ts";

let ann: HttpLearner<CaptureState>;
let bob: HttpLearner<CaptureState>;
const joinLab = () => HttpLearner.join(inject("labServer"), "change-capture", captureFold);

beforeAll(async () => {
  [ann, bob] = await Promise.all([joinLab(), joinLab()]);
  await ann.open();
});

afterAll(async () => {
  await Promise.all([ann.reset(), bob.reset()]);
});

const ops = (changes: ShownChange[]) => changes.map(({ op }) => op).join(" ");
const lastRun = (state: CaptureState) => changesOfRun(state, state.runs.at(-1) ?? fail("a run"));
const ofTable = (state: CaptureState) =>
  (["orders", "payments"] as const).map((table) =>
    firstDifference(
      state.tables.find(({ name }) => name === table),
      state.rebuilt[table],
    ),
  );

/** Runs a shape, and waits until its changes have come. */
async function change(learner: HttpLearner<CaptureState>, shape: ShapeId, expected: string) {
  expect(await learner.command("RunShape", { shape })).toMatchObject({ status: 200 });
  const state = await learner.until(`${shape}: ${expected}`, (now) => ops(lastRun(now)) === expected);
  expect(ofTable(state)).toEqual([null, null]);
  return lastRun(state);
}

async function full(learner: HttpLearner<CaptureState>, identity: "default" | "full") {
  const done = await learner.command("SetReplicaIdentity", { table: "orders", identity });
  expect(done).toMatchObject({ status: 200 });
  expect((await learner.state()).identities.orders).toBe(identity);
}

/** Kills Ann's worker with a change that it has not written down. On a slow machine that takes more than one try. */
async function killBeforeFlush(): Promise<CaptureState> {
  for (;;) {
    await change(ann, "place-order", "c");
    expect(await ann.command("KillWorker")).toMatchObject({ status: 200 });
    const state = await ann.state();
    if (changesNotFlushed(state).length > 0) return state;
    expect((await ann.command("StartWorker")).code).toBeUndefined();
  }
}

function fail(what: string): never {
  throw new Error(`There is no ${what}.`);
}

test("a snapshot, then one action in three shapes, under both replica identities, and a delete with its tombstone", async () => {
  expect((await ann.command("StartCapture")).code).toBeUndefined();
  const state = await ann.until("three rows", ({ changes }) => changes.length === 3);
  expect(ops(state.changes)).toBe("r r r");
  expect(state.worker).toBe("streaming");
  expect(ofTable(state)).toEqual([null, null]);

  const [update] = await change(ann, "pay-update", "u");
  expect(update?.before).toBeNull();
  expect(update?.after).toMatchObject({ status: "PAID" });
  const rewrite = await change(ann, "pay-rewrite", "d tombstone c");
  expect(rewrite[0]?.before?.customer ?? null).toBeNull();
  await change(ann, "pay-row", "c");
  await full(ann, "full");
  const [moved] = await change(ann, "change-address", "u");
  expect(moved?.before).toMatchObject({ address: "2 Hill Road" });
  expect(moved?.after).toMatchObject({ address: "9 Quay Street" });
  const [deleted] = await change(ann, "delete-order", "d tombstone");
  expect(deleted?.before).toMatchObject({ customer: "Cleo" });
});

test("a worker that is killed before it wrote down what it read publishes the same changes again, and loses none", async () => {
  await ann.until("the snapshot is written down", ({ flushedLsn }) => flushedLsn !== null);
  const before = await killBeforeFlush();
  expect(before.worker).toBe("killed");
  expect((await ann.command("KillWorker")).code).toBe("lab-refused");
  // Written while nobody reads: PostgreSQL keeps its log for the slot.
  expect(
    await ann.command("RunSql", { sql: "UPDATE orders SET status = 'SENT' WHERE id = 2" }),
  ).toMatchObject({
    status: 200,
  });
  expect(ofTable(await ann.state())[0]).toMatchObject({ key: "2" });
  expect((await ann.command("StartWorker")).code).toBeUndefined();
  const after = await ann.until("both changes", (state) => ops(lastRun(state)) === "u");
  expect(after.changes.some(({ again, op }) => again && op === "c")).toBe(true);
  expect(after.changes.length).toBeGreaterThan(before.changes.length + 1);
  expect(ofTable(after)).toEqual([null, null]);
});

test("the recording is a capture, one action in three shapes, and a kill", async () => {
  const events = await ann.events();
  // Records come as they come.
  expectRecording(changeCaptureLab, "PostgreSQL 18, Kafka Connect 4.3 and Debezium 3.7", events, {
    sameOrder: false,
  });
});

test("two learners with tables of the same names see only their own changes, and a killed worker dies alone", async () => {
  await bob.open();
  expect((await bob.command("StartCapture")).code).toBeUndefined();
  await bob.until("a snapshot", ({ changes }) => changes.length === 3);
  const known = (await ann.state()).changes.length;
  await bob.command("RunSql", { sql: "INSERT INTO orders VALUES (77, 'of Bob', '', '')" });
  await bob.until("the insert", (state) => ops(lastRun(state)) === "c");
  expect(JSON.stringify(await ann.state())).not.toContain("of Bob");
  expect((await ann.state()).changes.length).toBe(known);
  // Bob's worker dies alone.
  await bob.command("KillWorker");
  expect((await ann.state()).worker).toBe("streaming");
});

test.each([
  ["StartCapture", { "snapshot.mode": "never" }],
  [
    "StartCapture",
    { config: { "connector.class": "org.apache.kafka.connect.file.FileStreamSinkConnector" } },
  ],
  ["StartCapture", { transforms: "route" }],
  ["StartCapture", { slot: "x", topic: "course.carts" }],
  ["RunShape", { shape: "pay-update", sql: "DROP TABLE orders" }],
  ["RunShape", { shape: "__proto__" }],
  ["SetReplicaIdentity", { table: "orders; DROP TABLE orders", identity: "full" }],
  ["SetReplicaIdentity", { table: "orders", identity: "NOTHING" }],
  ["KillWorker", { pid: 1 }],
  ["StartWorker", { url: "http://169.254.169.254/" }],
  ["PutConnector", { name: "file-sink" }],
])("%s with %j is refused", async (type, data) => {
  expect((await bob.command(type, data)).status).toBe(400);
});

test.each([
  "SELECT pg_create_logical_replication_slot('mine', 'pgoutput')",
  "SELECT pg_drop_replication_slot('other')",
  "SELECT * FROM pg_replication_slots",
  "CREATE PUBLICATION mine FOR ALL TABLES",
  "CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1' PUBLICATION p",
  "ALTER ROLE CURRENT_USER REPLICATION",
  "ALTER SYSTEM SET wal_level = 'minimal'",
  "COPY orders TO PROGRAM 'id'",
  "COPY orders FROM '/etc/passwd'",
])("the owner of the tables may not: %s", async (sql) => {
  await bob.command("RunSql", { sql });
  const run = (await bob.state()).runs.at(-1);
  expect(run?.statements.at(-1)).toMatchObject({ text: sql, failure: { severity: "ERROR" } });
});

test("after a reset nothing of the learner is left: no slot, publication, role, topic or worker", async () => {
  const { slot } = await bob.state();
  const learner = /learner_[0-9a-f]{32}/.exec(slot ?? "")?.[0] ?? fail("slot");
  const client = new Client({ connectionString: inject("postgres") });
  await client.connect();
  try {
    const leftovers = async () =>
      (
        await client.query(
          `SELECT slot_name::text FROM pg_replication_slots WHERE slot_name = $1
           UNION ALL SELECT rolname::text FROM pg_roles WHERE rolname = $2`,
          [slot, `${learner}_replicator`],
        )
      ).rows.length;
    expect(await leftovers()).toBe(2);
    await bob.reset();
    expect(await leftovers()).toBe(0);
  } finally {
    await client.end();
  }
  expect(await readdir(join(inject("labsDir"), "connect"))).not.toContain(learner);
  const state = await bob.until("tables anew", ({ tables }) => tables.length === 2);
  expect(state).toMatchObject({ worker: "none", changes: [], runs: [] });
  // A second capture begins with a snapshot of the first rows.
  expect((await bob.command("StartCapture")).code).toBeUndefined();
  const again = await bob.until("a snapshot", ({ changes }) => changes.length === 3);
  expect(ops(again.changes)).toBe("r r r");
});

test("a capture of a table that its learner has dropped is refused with a sentence, and a reset brings the table back", async () => {
  const eve = await joinLab();
  await eve.open();
  await eve.command("RunSql", { sql: "DROP TABLE payments" });
  const refused = await eve.command("StartCapture");
  expect(refused).toMatchObject({
    code: "lab-refused",
    detail: expect.stringContaining("The table payments is not there"),
  });
  await eve.reset();
  await eve.open();
  expect((await eve.command("StartCapture")).code).toBeUndefined();
  await eve.until("a snapshot", ({ changes }) => changes.length === 3);
  await eve.reset();
});
