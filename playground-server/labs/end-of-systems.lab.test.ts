import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
  type ClusterState,
  evolve as evolveCluster,
  initialState as initialCluster,
} from "../../engine/labs/cluster/evolve.ts";
import {
  type DatabaseState,
  evolve as evolveDatabase,
  initialState as initialDatabase,
} from "../../engine/labs/database/evolve.ts";
import type { LabSummary } from "../../engine/protocol/lab-types.ts";
import { isAlive } from "../../services/processes/process-by-pid.ts";
import { brokerPids, type LabServer, postgresPid, startLabServer } from "../testing/lab-server.ts";
import { HttpLearner } from "./testing/http-learner.ts";

/** With short limits: a lab is idle after two seconds, and a system that no lab uses after one more. */
let dataDir: string;
let server: LabServer;
let database: HttpLearner<DatabaseState>;
let cluster: HttpLearner<ClusterState>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "offset-zero-end-of-systems-"));
  const settings = { DATABASE_URL: "", LAB_IDLE_SECONDS: "2", LAB_SERVICE_IDLE_SECONDS: "1" };
  server = await startLabServer(inject("kafka"), dataDir, settings);
  database = await HttpLearner.join(server.url, "database", {
    initialState: initialDatabase,
    evolve: evolveDatabase,
  });
  cluster = await HttpLearner.join(server.url, "cluster", {
    initialState: initialCluster,
    evolve: evolveCluster,
  });
});

afterAll(async () => {
  await server?.close();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

const alive = (pids: number[]) => pids.filter(isAlive).length;

async function runningSystems(): Promise<string[]> {
  const answer = await fetch(`${server.url}/api/labs`);
  const { labs } = (await answer.json()) as { labs: LabSummary[] };
  const needs = labs.flatMap(({ needs }) => needs);
  return needs.flatMap(({ service, running }) => (running ? [service] : []));
}

const systems = {
  postgres: { lab: () => database, pids: async () => [await postgresPid(server.labsDir)] },
  "three-brokers": { lab: () => cluster, pids: () => brokerPids(server.labsDir) },
};

test.each(Object.entries(systems))(
  "%s stops when nobody uses it, and the next learner starts it again",
  async (service, { lab, pids }) => {
    await lab().open();
    const first = await pids();
    const reason = async () => (await lab().screen()).status.closed?.reason;
    await expect.poll(reason, { timeout: 60_000 }).toBe("idle");
    await expect.poll(runningSystems, { timeout: 60_000 }).not.toContain(service);
    await expect.poll(() => alive(first), { timeout: 60_000 }).toBe(0);
    await lab().open();
    expect(await pids()).not.toEqual(first);
  },
);

test("kill -9 of the server leaves no process of a lab's system", async () => {
  const pids: number[] = [];
  // The slower one first: the other one's lab is not idle yet when both run.
  for (const { lab, pids: pidsOf } of [systems["three-brokers"], systems.postgres]) {
    await lab().open();
    pids.push(...(await pidsOf()));
  }
  server.process.kill("SIGKILL");
  await expect.poll(() => alive(pids), { timeout: 60_000 }).toBe(0);
});
