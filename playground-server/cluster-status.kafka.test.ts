import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { ClusterNow } from "../engine/protocol/response-types.ts";
import {
  isolateTopics,
  openTestServer,
  sessionToken,
  type TestServer,
  waitForCondition,
} from "./testing/test-playground.ts";
import { TestClient } from "./testing/websocket-client.ts";

const session = sessionToken("a-session-that-looks-at-the-cluster");
let server: TestServer;
let client: TestClient;

beforeAll(async () => {
  server = await openTestServer(isolateTopics(inject("kafka")));
  const address = await server.app.listen({ host: "127.0.0.1", port: 0 });
  client = await TestClient.open(address, session);
  await waitForCondition(async () => (await server.app.inject("/readyz")).statusCode === 200, "readiness");
});
afterAll(async () => {
  client.close();
  await server.close();
});

async function cluster(as = session): Promise<ClusterNow> {
  return (await server.app.inject({ url: "/api/cluster", headers: { "x-session": as } })).json();
}

test("the cluster as it is now: its brokers, and every course topic with as many records as were seeded", async () => {
  const { log, brokers, topics, groups } = await cluster();
  expect(log.version).toMatch(/^\d+\.\d+/);
  expect(brokers.filter(({ controller }) => controller)).toHaveLength(1);
  expect(groups).toEqual([]);
  const counts = topics.map(({ topic, partitions }) => [
    topic,
    partitions.reduce((sum, { start, end }) => sum + end - start, 0),
  ]);
  const seeded = server.playground.catalog.topics.map(({ topic, records }) => [topic, records.length]);
  expect(counts.sort()).toEqual(seeded.sort());
});

test("a group that has read two of three records is one behind, and nobody else sees it", async () => {
  const event = { type: "ItemAdded", data: { sku: "hat", qty: 1 } };
  for (let n = 0; n < 3; n++)
    await server.app.inject({
      method: "POST",
      url: "/api/events",
      headers: { "x-session": session },
      payload: { topic: "mine.lagging", key: "cart-1", event },
    });
  const line =
    "kafka-console-consumer --topic mine.lagging --group readers --from-beginning --max-messages 2";
  client.send({ kind: "terminal", id: "read", line });
  await client.next((heard) => heard.id === "read" && heard.message.kind === "finished");
  const { topics, groups } = await cluster();
  const lagging = topics.find(({ topic }) => topic === "mine.lagging");
  expect(lagging?.partitions.reduce((sum, { end }) => sum + end, 0)).toBe(3);
  expect(groups).toMatchObject([{ group: "readers" }]);
  expect(groups[0]?.places.reduce((sum, { lag }) => sum + lag, 0)).toBe(1);
  const others = await cluster("a-session-of-somebody-else");
  expect(others.groups).toEqual([]);
  expect(others.topics.map(({ topic }) => topic)).not.toContain("mine.lagging");
});
