import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type ProjectorsState, projectorsFold } from "../../../engine/labs/projectors/evolve.ts";
import type { StepOrder } from "../../../engine/labs/projectors/step-orders.ts";
import { HttpLearner } from "../testing/http-learner.ts";
import { expectRecording } from "../testing/recording.ts";
import { projectorsLab } from "./projectors.ts";

type Learner = HttpLearner<ProjectorsState>;
let ann: Learner;
let bob: Learner;

beforeAll(async () => {
  ann = await HttpLearner.join(inject("labServer"), "projectors", projectorsFold);
  bob = await HttpLearner.join(inject("labServer"), "projectors", projectorsFold);
  for (const learner of [ann, bob]) await learner.open();
});
afterAll(async () => {
  await ann.reset();
  await bob.reset();
});

async function done(learner: Learner, type: string, data: object = {}): Promise<void> {
  expect(await learner.command(type, data)).toMatchObject({ status: 200 });
}

const countOf = ({ views }: ProjectorsState, order: StepOrder) =>
  views[order]?.rows.reduce((sum, { orders }) => sum + orders, 0);

/** A crash after the first step, and a restart. */
async function crashOnce(learner: Learner, order: StepOrder): Promise<number | undefined> {
  await done(learner, "RunProjector", { order, killAfter: 1 });
  expect((await learner.state()).run?.ended).toBe("killed");
  await done(learner, "RunProjector", { order, killAfter: null });
  const state = await learner.state();
  expect(state.run?.ended).toBe("end");
  expect(state.views[order]).toMatchObject({ position: 3, end: 3, folded: 3 });
  return countOf(state, order);
}

/** The databases of this lab. */
async function databases(): Promise<number> {
  const client = new Client({ connectionString: inject("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname LIKE '%_projectors'");
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}

test("a kill after the first step loses an order, doubles one, or changes nothing; every crash point says which", async () => {
  await done(ann, "PlaceOrders", { count: 3 });
  expect(await crashOnce(ann, "commit-first")).toBe(2);
  expect(await crashOnce(ann, "apply-first")).toBe(4);
  expect(await crashOnce(ann, "one-transaction")).toBe(3);
  await done(ann, "RunEveryCrashPoint");
  const { tries } = await ann.state();
  const table = tries.map(({ order, killAfter, result }) => `${order} ${killAfter} ${result}`);
  expect(table).toEqual([
    "commit-first 0 right",
    "commit-first 1 lost",
    "commit-first 2 right",
    "apply-first 0 right",
    "apply-first 1 doubled",
    "apply-first 2 right",
    "one-transaction 0 right",
    "one-transaction 1 right",
    "one-transaction 2 right",
    "one-transaction 3 right",
  ]);
  expectRecording(projectorsLab, "Apache Kafka 4.3 and PostgreSQL 18", await ann.events(), {
    sameOrder: false,
  });
});

test("two learners do not see each other, and nothing is left behind after a reset", async () => {
  await ann.reset();
  await Promise.all([ann.open(), bob.open()]);
  await Promise.all([done(ann, "PlaceOrders", { count: 3 }), done(bob, "PlaceOrders", { count: 3 })]);
  const [lost, doubled] = await Promise.all([crashOnce(ann, "commit-first"), crashOnce(bob, "apply-first")]);
  expect([lost, doubled]).toEqual([2, 4]);
  expect(await databases()).toBe(2);
  await ann.reset();
  expect(countOf(await bob.state(), "apply-first")).toBe(4);
  await bob.reset();
  await expect.poll(databases).toBe(0);
});

test("what the lab cannot do it refuses", async () => {
  await bob.open();
  expect((await bob.command("RunProjector", { order: "apply-first", killAfter: null })).code).toBe(
    "lab-refused",
  );
  for (const data of [{ order: "apply-first", killAfter: 3 }, { order: "never", killAfter: 0 }, {}])
    expect((await bob.command("RunProjector", data)).code).toBe("request-invalid");
});
