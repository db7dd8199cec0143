import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { isAlive } from "../processes/process-by-pid.ts";
import { openKafka } from "./open-kafka.ts";

/** Longer than the wait before a new start: then the old broker's end is still being seen to. */
const slowEndMs = 1_500;

// What follows the end of a broker takes long, as on a busy machine.
vi.mock("./class-archive.ts", async (original) => {
  const { classArchive, ...others } = await original<typeof import("./class-archive.ts")>();
  const slow: typeof classArchive = (...args) => {
    const archive = classArchive(...args);
    return { ...archive, keep: () => sleep(slowEndMs).then(archive.keep) };
  };
  return { ...others, classArchive: slow };
});

test("the pid file names the broker that runs, also where the end of the one before took long", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "offset-zero-pid-file-"));
  const lines: string[] = [];
  const env = { ...process.env, KAFKA_KIND: "local", KAFKA_PORT: "0", KAFKA_BROKERS: "" };
  const kafka = await openKafka({ dataDir, log: (line) => lines.push(line), env });
  const pid = async () =>
    (JSON.parse(await readFile(join(dataDir, "kafka", "broker.pid.json"), "utf8")) as { pid: number }).pid;
  try {
    const killed = await pid();
    process.kill(killed, "SIGKILL");
    await vi.waitUntil(() => lines.some((line) => line.includes("is back")), { timeout: 60_000 });
    expect(await pid()).not.toBe(killed);
    expect(isAlive(await pid())).toBe(true);
  } finally {
    await kafka.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
