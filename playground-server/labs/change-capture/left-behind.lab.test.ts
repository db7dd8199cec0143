import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type CaptureState, captureFold } from "../../../engine/labs/change-capture/evolve.ts";
import { type LabServer, startLabServer } from "../../testing/lab-server.ts";
import { HttpLearner } from "../testing/http-learner.ts";

/** A server of their own: its labs are idle soon, and it ends. */
let dataDir: string;
let server: LabServer;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "offset-zero-captures-"));
  server = await startLabServer(inject("kafka"), dataDir, {
    DATABASE_URL: inject("postgres"),
    LAB_IDLE_SECONDS: "15",
  });
});

afterAll(async () => {
  await server?.close();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

const joinLab = () => HttpLearner.join<CaptureState>(server.url, "change-capture", captureFold);

async function capture(): Promise<{ learner: HttpLearner<CaptureState>; slot: string }> {
  const learner = await joinLab();
  await learner.open();
  expect((await learner.command("StartCapture")).code).toBeUndefined();
  const { slot } = await learner.until("a snapshot", ({ changes }) => changes.length === 3);
  return { learner, slot: slot ?? "" };
}

/** A learner whose worker was killed before it wrote down anything. On a slow machine that takes more than one try. */
async function killedEarly(): Promise<HttpLearner<CaptureState>> {
  for (;;) {
    const { learner } = await capture();
    await learner.command("KillWorker");
    if ((await learner.state()).flushedLsn === null) return learner;
    await learner.reset();
  }
}

/** The process of the worker that reads a slot; null where none runs. */
async function workerPid(slot: string): Promise<number | null> {
  const folder = join(server.labsDir, "connect", slot.replace("_captured", ""));
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (line.includes(folder)) return Number(pid);
  }
  return null;
}

async function slotExists(slot: string): Promise<boolean> {
  const client = new Client({ connectionString: inject("postgres") });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT 1 FROM pg_replication_slots WHERE slot_name = $1", [slot]);
    return rows.length > 0;
  } finally {
    await client.end();
  }
}

test("a worker that dies by itself is said, and one command brings it back", async () => {
  const { learner, slot } = await capture();
  await learner.until("the snapshot is written down", ({ flushedLsn }) => flushedLsn !== null);
  process.kill((await workerPid(slot)) ?? 0, "SIGKILL");
  const { message } = await learner.until("the death", ({ worker }) => worker === "failed");
  expect(message?.message).toContain("The worker ended by itself. Start it again");
  await learner.command("RunShape", { shape: "pay-update" });
  expect((await learner.command("StartWorker")).code).toBeUndefined();
  await learner.until("the change", ({ changes }) => changes.some(({ op }) => op === "u"));
  await learner.reset();
});

test("a worker that is killed before it wrote down its snapshot is followed by one that takes a second snapshot", async () => {
  const learner = await killedEarly();
  await learner.command("RunShape", { shape: "pay-update" });
  expect((await learner.command("StartWorker")).code).toBeUndefined();
  const { rebuilt } = await learner.until("the rows again", ({ changes }) => changes.length >= 6);
  expect(rebuilt.orders["1"]).toMatchObject({ status: "PAID" });
  await learner.reset();
});

test("an idle lab leaves no slot and no worker, and begins anew with a snapshot", async () => {
  const { learner, slot } = await capture();
  const closed = async () => (await learner.screen()).status.closed?.reason;
  await expect.poll(closed, { timeout: 60_000 }).toBe("idle");
  expect(await slotExists(slot)).toBe(false);
  expect(await workerPid(slot)).toBeNull();
  await learner.open();
  expect(await learner.state()).toMatchObject({ worker: "none", changes: [] });
  await learner.reset();
});

test("a server that ends takes its captures with it", async () => {
  const { slot } = await capture();
  await server.close();
  expect(await slotExists(slot)).toBe(false);
  expect(await workerPid(slot)).toBeNull();
});
