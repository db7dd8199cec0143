import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isAlive } from "../../processes/process-by-pid.ts";
import { brokerIds } from "./cluster-properties.ts";

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "offset-zero-three-brokers-"));
});

afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

test("three brokers whose starter was killed with kill -9 end by themselves", async () => {
  const file = fileURLToPath(new URL("./three-brokers.ts", import.meta.url));
  const source = `
    const { startThreeBrokers } = await import(${JSON.stringify(file)});
    await startThreeBrokers({ dataDir: ${JSON.stringify(dataDir)}, log() {}, env: process.env });
    console.log("ready");
    setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ["--input-type=module", "-e", source], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(starter.stdout, "data");
  const pids = await Promise.all(brokerIds.map(pidOf));
  expect(pids.every(isAlive)).toBe(true);
  starter.kill("SIGKILL");
  for (const deadline = Date.now() + 60_000; pids.some(isAlive); await sleep(100)) {
    if (Date.now() > deadline) throw new Error(`${pids.filter(isAlive).length} brokers are left`);
  }
});

async function pidOf(id: number): Promise<number> {
  const text = await readFile(join(dataDir, `broker-${id}`, "broker.pid.json"), "utf8");
  return (JSON.parse(text) as { pid: number }).pid;
}
