import { afterAll, beforeAll, expect, test } from "vitest";
import { type OwnBroker, openOwnBroker } from "../testing/own-broker.ts";
import { bounds } from "../testing/test-log.ts";
import {
  lines,
  openTestServer,
  silentLogger,
  summingSource,
  type TestServer,
  testSession,
  waitForCondition,
} from "../testing/test-playground.ts";
import { TestClient } from "../testing/websocket-client.ts";
import { Fetcher } from "./fetcher.ts";
import { openKafkaJs } from "./kafka-client.ts";
import { SliceReader } from "./slice-reader.ts";
import { TopicMetadata } from "./topic-metadata.ts";

/** A broker of its own: this test kills it. */
let broker: OwnBroker;
let server: TestServer;
let address: string;

beforeAll(async () => {
  broker = await openOwnBroker();
  server = await openTestServer(broker.settings);
  address = await server.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await server?.close();
  await broker?.close();
});

async function run() {
  const payload = { source: summingSource(), log: { topic: "course.carts" } };
  const answer = await server.post("/api/runs", payload);
  return answer.statusCode === 200 ? lines(answer.body).at(-1).verdict : answer.json().code;
}

test("a broker killed with kill -9 gives a sentence, and the next run after its return works", async () => {
  expect(await run()).toBe("ok");
  const client = await TestClient.open(address, testSession["x-session"]);
  const append = (id: string) =>
    client.send({ kind: "append", id, topic: "mine.live", key: "k", event: { type: "A", data: {} } });
  append("before");
  await client.next(({ id }) => id === "before");
  client.send({ kind: "tail", id: "t", topic: "mine.live" });
  await client.next(({ id, message }) => id === "t" && message.kind === "tailing");

  await broker.kill();
  const payload = { source: summingSource(), log: { topic: "course.carts" } };
  const refused = await server.post("/api/runs", payload);
  expect(refused.statusCode).toBe(503);
  expect(refused.json().detail).toMatch(/^(No Kafka broker answers|The Kafka broker closed)/);
  expect((await server.app.inject("/healthz")).statusCode).toBe(200);

  await waitForCondition(async () => (await run()) === "ok", "the broker's return", 60_000);
  await waitForCondition(async () => (await server.app.inject("/readyz")).statusCode === 200, "readiness");
  append("after");
  expect((await client.next(({ id }) => id === "after")).message).toMatchObject({ kind: "appended" });
  await client.next(({ id, message }) => id === "t" && message.kind === "record");
  client.close();
});

// With many partitions a broker that greets needs some time until it leads them: longer than a client tries by itself.
test("from the moment the broker greets again, no read is refused", async () => {
  const topics = new TopicMetadata(openKafkaJs(broker.settings, silentLogger), broker.settings);
  await topics.create("course.wide", 120, {});
  await topics.close();
  const readers = Array.from({ length: 4 }, () => new SliceReader(broker.settings));
  const probe = new Fetcher(broker.settings, 100);
  await broker.kill();
  await waitForCondition(async () => !(await greets(probe)), "its death");
  await waitForCondition(() => greets(probe), "its return", 60_000);
  const reads = await Promise.all(readers.map((reader) => reader.read({ topic: "course.carts" }, bounds)));
  expect(new Set(reads.map(({ records }) => records.length)).size).toBe(1);
  await Promise.all([probe, ...readers].map((each) => each.close()));
});

const greets = (fetcher: Fetcher) => fetcher.version().then(Boolean, () => false);
