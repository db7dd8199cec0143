import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Kafka, logLevel, Partitioners } from "kafkajs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "../processes/free-ports.ts";
import { isAlive } from "../processes/process-by-pid.ts";
import { cacheDir } from "./download-jars.ts";
import type { KafkaService } from "./kafka-service.ts";
import { openKafka } from "./open-kafka.ts";

const env = { ...process.env, KAFKA_KIND: "local", KAFKA_PORT: "0", KAFKA_BROKERS: "" };
const brokerTimeoutMs = 120_000;

let dataDir: string;
let lines: string[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "offset-zero-broker-"));
  lines = [];
});

afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

test("a broker killed with kill -9 is said, comes back on the same port and keeps its records", {
  timeout: brokerTimeoutMs,
}, async () => {
  const kafka = await openBroker();
  try {
    const before = await brokerPid();
    await append(kafka, "kept", ["a", "b", "c"]);
    process.kill(before, "SIGKILL");
    await until(() => lines.some((line) => line.includes("is back")));

    const deaths = lines.filter((line) => line.includes("The Kafka broker crashed"));
    expect(deaths).toHaveLength(1);
    expect(existsSync(/is (\S+broker-died\.log)\.$/.exec(deaths[0] ?? "")?.[1] ?? "")).toBe(true);
    expect(await brokerPid()).not.toBe(before);
    expect(await highWatermark(kafka, "kept")).toBe("3");
  } finally {
    await kafka.stop();
  }
});

test("a class archive that was cut short costs time, not the start", {
  timeout: brokerTimeoutMs,
}, async () => {
  const cache = join(dataDir, "cache");
  await (await openBroker()).stop();
  await cp(cacheDir(env), cache, { recursive: true });
  const moved = { OFFSET_ZERO_CACHE: cache };
  // The first start from the moved jars writes an archive of its own.
  await (await openBroker(moved)).stop();
  const archive = await archiveIn(cache);
  await chmod(archive, 0o644);
  await truncate(archive, 1_000_000);

  await (await openBroker(moved)).stop();
  expect((await stat(await archiveIn(cache))).size).toBeGreaterThan(1_000_000);
});

test("stopping leaves no process and no pid file", { timeout: brokerTimeoutMs }, async () => {
  const kafka = await openBroker();
  const pid = await brokerPid();
  await kafka.stop();
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(pidFile())).toBe(false);
});

test("a second start finds its records at its port again", { timeout: brokerTimeoutMs }, async () => {
  const first = await openBroker();
  await append(first, "carts", ["a"]);
  await first.stop();

  const second = await openBroker();
  try {
    expect(second.brokers).toEqual(first.brokers);
    expect(await highWatermark(second, "carts")).toBe("1");
  } finally {
    await second.stop();
  }
});

test("records survive a change of both ports", { timeout: brokerTimeoutMs }, async () => {
  const first = await openBroker();
  await append(first, "carts", ["a"]);
  await first.stop();
  await rm(join(dataDir, "kafka", "ports.json"));

  const port = String(await freePort("127.0.0.1"));
  const second = await openBroker({ KAFKA_PORT: port });
  try {
    expect(second.brokers).toEqual([`127.0.0.1:${port}`]);
    expect(await highWatermark(second, "carts")).toBe("1");
  } finally {
    await second.stop();
  }
});

test("two brokers on one folder are refused in one sentence", { timeout: brokerTimeoutMs }, async () => {
  const child = await starter();
  try {
    await expect(openBroker()).rejects.toThrow(`Process ${child.pid} already runs a broker`);
  } finally {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
});

test("a broker whose starter was killed with kill -9 ends by itself", {
  timeout: brokerTimeoutMs,
}, async () => {
  const child = await starter();
  const pid = await brokerPid();
  child.kill("SIGKILL");
  await until(() => !isAlive(pid));
});

test("a broker left behind by a crash is ended before the next one starts", {
  timeout: brokerTimeoutMs,
}, async () => {
  const child = await starter();
  const stale = await brokerPid();
  // A stopped process can neither end itself nor be asked to: the next start has to kill it.
  process.kill(stale, "SIGSTOP");
  child.kill("SIGKILL");
  await once(child, "exit");

  const kafka = await openBroker();
  try {
    expect(lines.join("\n")).toContain(`process ${stale}`);
    expect(isAlive(stale)).toBe(false);
  } finally {
    await kafka.stop();
  }
});

function openBroker(more: NodeJS.ProcessEnv = {}): Promise<KafkaService> {
  return openKafka({ dataDir, log: (line) => lines.push(line), env: { ...env, ...more } });
}

/** Another process that runs a broker on our folder, ready to be killed. */
async function starter() {
  const openKafkaFile = fileURLToPath(new URL("./open-kafka.ts", import.meta.url));
  const source = `
    const { openKafka } = await import(${JSON.stringify(openKafkaFile)});
    const kafka = await openKafka({ dataDir: ${JSON.stringify(dataDir)}, log() {}, env: process.env });
    process.once("SIGTERM", () => kafka.stop().then(() => process.exit(0)));
    console.log("ready");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

/** The newest archive: the copied one fits other paths. */
async function archiveIn(cache: string): Promise<string> {
  const files = (await readdir(cache, { recursive: true })).filter((name) => name.endsWith(".jsa"));
  const dated = await Promise.all(
    files.map(async (name) => ({ name, at: (await stat(join(cache, name))).mtimeMs })),
  );
  dated.sort((a, b) => b.at - a.at);
  return join(cache, dated[0]?.name ?? "no archive");
}

function pidFile(): string {
  return join(dataDir, "kafka", "broker.pid.json");
}

async function brokerPid(): Promise<number> {
  return (JSON.parse(await readFile(pidFile(), "utf8")) as { pid: number }).pid;
}

function clientOf(kafka: KafkaService): Kafka {
  return new Kafka({ brokers: kafka.brokers, logLevel: logLevel.NOTHING });
}

async function append(kafka: KafkaService, topic: string, values: string[]): Promise<void> {
  const admin = clientOf(kafka).admin();
  await admin.createTopics({ topics: [{ topic, numPartitions: 1, replicationFactor: -1 }] });
  await admin.disconnect();
  const producer = clientOf(kafka).producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  await producer.send({ topic, messages: values.map((value) => ({ key: "k", value })) });
  await producer.disconnect();
}

async function highWatermark(kafka: KafkaService, topic: string): Promise<string | undefined> {
  const admin = clientOf(kafka).admin();
  const offsets = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  return offsets[0]?.high;
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`waited for a minute; the lines were:\n${lines.join("\n")}`);
    await sleep(50);
  }
}
