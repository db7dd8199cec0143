import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { forwardTo } from "../services/kafka/testing/port-forward.ts";
import { freePort } from "../services/processes/free-ports.ts";
import { isAlive } from "../services/processes/process-by-pid.ts";
import { killAll, type StartedProcess, startOffsetZero, waitUntil } from "./testing/npm-start.ts";

// A whole product starts in each test.
vi.setConfig({ testTimeout: 120_000 });

let dataDir: string;
let started: StartedProcess[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "offset-zero-start-"));
  started = [];
});

afterEach(async () => {
  killAll(started);
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20 });
});

test("one command serves course and log on one port, and SIGTERM ends everything it started", async () => {
  const port = await freePort("127.0.0.1");
  const { child, said } = start({ PORT: String(port) });
  const url = `http://localhost:${port}`;
  await until(() => said().includes(`Offset Zero is at ${url}`));
  expect(said()).toMatch(/The log is stored in a Kafka [\d.]+ broker on this machine, at 127\.0\.0\.1:\d+\./);

  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const topics = await fetch(`${url}/api/logs/course.carts`);
  expect((await topics.text()).trim().split("\n").length).toBeGreaterThan(1);

  const broker = await brokerPid();
  expect(isAlive(broker)).toBe(true);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(isAlive(broker)).toBe(false);
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
});

test("a cluster that is away is said with the address, and that the server is ready once the cluster is there", async () => {
  const port = await freePort("127.0.0.1");
  const { child, said } = start(
    { KAFKA_KIND: "", KAFKA_BROKERS: `127.0.0.1:${port}`, KAFKA_TOPIC_PREFIX: "start-", PORT: "0" },
    ["--seed"],
  );
  await until(() => said().includes("Offset Zero is at"));
  expect(said()).toMatch(
    /Offset Zero is at http:\/\/localhost:\d+, but it is not ready\. No Kafka broker answers\./,
  );
  const cluster = forwardTo(inject("kafka").brokers[0] ?? "").listen(port, "127.0.0.1");
  try {
    await until(() => said().includes("Offset Zero is ready."));
    expect((await fetch(`${/Offset Zero is at (\S+),/.exec(said())?.[1]}/readyz`)).status).toBe(200);
  } finally {
    child.kill("SIGTERM");
    cluster.close();
  }
  await once(child, "exit");
});

test("after a signal nothing is promised any more, however long the end takes", async () => {
  const { child, said } = start({ PORT: "0" });
  const exit = once(child, "exit");
  await until(() => existsSync(join(dataDir, "logs", "server.log")));
  // The server is about to be there, and a broker that does not react holds the end up.
  const broker = await brokerPid();
  process.kill(broker, "SIGSTOP");
  child.kill("SIGTERM");
  expect(await exit).toEqual([0, null]);
  expect(isAlive(broker)).toBe(false);
  expect(said().split("Ending.\n")[1]).toBe("");
});

test("a second start on the same data folder says where the first one is", async () => {
  const first = start({ PORT: "0" });
  await until(() => first.said().includes("Offset Zero is at"));
  const url = /Offset Zero is at (\S+)/.exec(first.said())?.[1];

  const second = start({ PORT: "0" });
  expect(await once(second.child, "exit")).toEqual([1, null]);
  expect(second.said()).toContain(`already runs on ${dataDir} at ${url} (process ${first.child.pid})`);
  first.child.kill("SIGTERM");
  await once(first.child, "exit");
});

test("a start that is ended while the broker starts leaves nothing behind", async () => {
  const { child, said } = start({ PORT: "0" });
  let broker = 0;
  await until(async () => {
    broker = await brokerPid().catch(() => 0);
    return broker > 0;
  });
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(isAlive(broker)).toBe(false);
  expect(said()).toBe("Ending.\n");
});

test("an option that does not exist is one sentence", async () => {
  const { child, said } = start({}, ["--sede"]);
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(said()).toMatch(/^"--no-build --sede" is not understood\. .+\n$/);
});

test.each([
  [{ SANDBOX_SLOTS: "many" }, /^SANDBOX_SLOTS is many; it must be a whole number, 1 or more\.\n$/],
  [
    { KAFKA_KIND: "", KAFKA_BROKERS: "localhost" },
    /^KAFKA_BROKERS has localhost, which is not host:port\. .+\.\n$/,
  ],
  [{ HOST: "203.0.113.7" }, /^HOST is 203\.0\.113\.7, which is not an address of this machine\. .+\.\n$/],
])("a setting that cannot be used is one sentence, before anything is started: %o", async (env, sentence) => {
  const { child, said } = start(env);
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(said()).toMatch(sentence);
});

async function brokerPid(): Promise<number> {
  const text = await readFile(join(dataDir, "kafka", "broker.pid.json"), "utf8");
  return (JSON.parse(text) as { pid: number }).pid;
}

function start(env: NodeJS.ProcessEnv, args: string[] = []): StartedProcess {
  const server = startOffsetZero({ DATA_DIR: dataDir, ...env }, args);
  started.push(server);
  return server;
}

function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  return waitUntil(condition, started);
}
