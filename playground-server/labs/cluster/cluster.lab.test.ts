import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Acks } from "../../../engine/labs/cluster/events.ts";
import type { ClusterState, SendRun } from "../../../engine/labs/cluster/evolve.ts";
import { countOutcomes } from "../../../engine/labs/cluster/sends.ts";
import { ClusterLearner } from "./testing/cluster-learner.ts";

let ann: ClusterLearner;
let bob: ClusterLearner;

beforeAll(async () => {
  ann = await ClusterLearner.join(inject("labServer"));
  bob = await ClusterLearner.join(inject("labServer"));
  expect(await ann.command("OpenLab")).toMatchObject({ status: 200 });
});

afterAll(async () => {
  await ann.reset();
  await bob.reset();
});

const whole = (state: ClusterState) =>
  state.brokers.every((broker) => broker.state === "running") &&
  state.partitions.length === 3 &&
  state.partitions.every(({ leader, inSync }) => leader !== null && inSync.length === 3);

const runOf = (state: ClusterState): SendRun => {
  const run = state.runs.at(-1);
  if (!run) throw new Error("there is no run");
  return run;
};

const wholeCluster = () => ann.until("a whole cluster", whole);

/** The broker that gets the producer's records. */
async function leader(): Promise<number> {
  const { partitions } = await wholeCluster();
  return partitions.find(({ replicas }) => replicas[0] !== 1)?.leader ?? 0;
}

/** Sends, and does something as soon as a few sends are under way. */
async function sendAnd(acks: Acks, count: number, act: () => Promise<unknown>): Promise<SendRun> {
  const before = (await ann.state()).runs.at(-1)?.run ?? 0;
  const sending = ann.command("StartSends", { acks, count });
  await ann.until("the run", ({ runs }) => {
    const run = runs.at(-1);
    return run !== undefined && run.run > before && run.sends.length > 10;
  });
  await act();
  expect(await sending).toMatchObject({ status: 200 });
  return runOf(await ann.state());
}

test("every partition has a leader and three replicas in sync", async () => {
  const { partitions, login, version } = await wholeCluster();
  expect(partitions.map(({ replicas }) => replicas.toSorted())).toEqual([
    [1, 2, 3],
    [1, 2, 3],
    [1, 2, 3],
  ]);
  expect(login?.ca).toContain("BEGIN CERTIFICATE");
  expect(version).toMatch(/^4\./);
});

test("acks=all: when the leader is killed with kill -9, every record that was acknowledged is in the log", async () => {
  const killed = await leader();
  const run = await sendAnd("all", 60, () => ann.command("KillBroker", { broker: killed }));
  const { counts } = countOutcomes(run.sends, "all");
  expect(run.counted).toBe(true);
  expect(counts.lost).toBe(0);
  expect(counts.acknowledged + counts.twice).toBe(60);
  expect(run.sends.some(({ retries }) => retries > 0)).toBe(true);
  const after = await ann.state();
  expect(after.partitions.every(({ leader }) => leader !== null && leader !== killed)).toBe(true);
  expect(await ann.command("RestartBroker", { broker: killed })).toMatchObject({ status: 200 });
  await wholeCluster();
});
