import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openKafka } from "../../services/kafka/open-kafka.ts";
import { TestClient } from "../testing/client.ts";
import { bounds } from "../testing/log.ts";
import { lines, silent, summing, type TestServer, testServer, until } from "../testing/playground.ts";
import { openKafkaJs } from "./client.ts";
import { Fetcher } from "./fetcher.ts";
import { SliceReader } from "./slice.ts";
import { Topics } from "./topics.ts";

/** A broker of its own: this test kills it. */
let dataDir: string;
let kafka: Awaited<ReturnType<typeof openKafka>>;
let server: TestServer;
let address: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "offset-zero-recovery-"));
  const env = { ...process.env, KAFKA_KIND: "local", KAFKA_PORT: "0", KAFKA_BROKERS: "" };
  kafka = await openKafka({ dataDir, log: () => {}, env });
  server = await testServer(kafka);
  address = await server.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await server?.close();
  await kafka?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const headers = { "x-session": "a-session-of-this-test-only" };

async function run() {
  const payload = { source: summing(), log: { topic: "course.carts" } };
  const answer = await server.app.inject({ method: "POST", url: "/api/runs", payload, headers });
  return answer.statusCode === 200 ? lines(answer.body).at(-1).verdict : answer.json().code;
}

async function brokerPid(): Promise<number> {
  return JSON.parse(await readFile(join(dataDir, "kafka", "broker.pid.json"), "utf8")).pid;
}

test("a broker killed with kill -9 gives a sentence, and the next run after its return works", async () => {
  expect(await run()).toBe("ok");
  const client = await TestClient.open(address, headers["x-session"]);
  const append = (id: string) =>
    client.send({ kind: "append", id, topic: "mine.live", key: "k", event: { type: "A", data: {} } });
  append("before");
  await client.next(({ id }) => id === "before");
  client.send({ kind: "tail", id: "t", topic: "mine.live" });
  await client.next(({ id, message }) => id === "t" && message.kind === "tailing");

  process.kill(await brokerPid(), "SIGKILL");
  const payload = { source: summing(), log: { topic: "course.carts" } };
  const refused = await server.app.inject({ method: "POST", url: "/api/runs", payload, headers });
  expect(refused.statusCode).toBe(503);
  expect(refused.json().detail).toMatch(/^(No Kafka broker answers|The Kafka broker closed)/);
  expect((await server.app.inject("/healthz")).statusCode).toBe(200);

  await until(async () => (await run()) === "ok", "the broker's return", 60_000);
  await until(async () => (await server.app.inject("/readyz")).statusCode === 200, "readiness");
  append("after");
  expect((await client.next(({ id }) => id === "after")).message).toMatchObject({ kind: "appended" });
  await client.next(({ id, message }) => id === "t" && message.kind === "record");
  client.close();
});

// With many partitions a broker that greets needs some time until it leads them: longer than a client tries by itself.
test("from the moment the broker greets again, no read is refused", async () => {
  const topics = new Topics(openKafkaJs(kafka, silent), kafka);
  await topics.create("course.wide", 120, {});
  await topics.close();
  const readers = Array.from({ length: 4 }, () => new SliceReader(kafka));
  const probe = new Fetcher(kafka, 100);
  process.kill(await brokerPid(), "SIGKILL");
  await until(async () => !(await greets(probe)), "its death");
  await until(() => greets(probe), "its return", 60_000);
  const reads = await Promise.all(readers.map((reader) => reader.read({ topic: "course.carts" }, bounds)));
  expect(new Set(reads.map(({ records }) => records.length)).size).toBe(1);
  await Promise.all([probe, ...readers].map((each) => each.close()));
});

const greets = (fetcher: Fetcher) => fetcher.version().then(Boolean, () => false);
