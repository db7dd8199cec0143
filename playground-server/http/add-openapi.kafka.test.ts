import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { limits } from "../../engine/sandbox/limits.ts";
import { counterLab } from "../labs/testing/counter-lab.ts";
import { openKafkaJs } from "../log/kafka-client.ts";
import {
  isolateTopics,
  lines,
  openTestServer,
  sessionToken,
  silentLogger,
  summingSource,
  type TestServer,
  waitForCondition,
} from "../testing/test-playground.ts";

const settings = isolateTopics(inject("kafka"));
const longTopic = "course.long-log";
let server: TestServer;

beforeAll(async () => {
  server = await openTestServer(settings, { labs: [counterLab()] });
  await waitForCondition(async () => (await server.app.inject("/readyz")).statusCode === 200, "readiness");
  const kafka = openKafkaJs(settings, silentLogger);
  const [admin, producer] = [kafka.admin(), kafka.producer()];
  await Promise.all([admin.connect(), producer.connect()]);
  const topic = settings.topicPrefix + longTopic;
  await admin.createTopics({ topics: [{ topic, numPartitions: 1, replicationFactor: -1 }] });
  // One record more than a trace holds: a long fold, whose windows can be asked for.
  const messages = Array.from({ length: limits.traceRecords + 1 }, (_, n) => ({
    key: "k",
    value: JSON.stringify({ type: "Counted", data: { n } }),
  }));
  await producer.send({ topic, messages });
  await Promise.all([admin.disconnect(), producer.disconnect()]);
});
afterAll(() => server.close());

const headers = { "x-session": sessionToken("a-session-that-asks-for-all") };
async function answered(method: "GET" | "POST" | "DELETE", url: string, payload?: object): Promise<string> {
  const answer = await server.app.inject({ method, url, headers, ...(payload && { payload }) });
  expect(answer.statusCode, `${method} ${url}: ${answer.body.slice(0, 500)}`).toBe(200);
  return answer.body;
}

test("every operation of the OpenAPI document answers 200 as it says", async () => {
  const exercise = "cart-read-only";
  const { solution } = await server.playground.exercise(exercise);
  const run = { source: summingSource(), log: { topic: longTopic } };
  for (const path of ["/healthz", "/readyz", "/metrics", "/api/openapi.json", "/api/about", "/api/join"])
    await answered("GET", path);
  await answered("POST", "/api/events", {
    topic: "mine.carts",
    key: "cart-1",
    event: { type: "ItemAdded", data: { sku: "hat", qty: 1 } },
  });
  for (const path of ["/api/cluster", "/api/logs", "/api/logs/mine.carts?last=1", "/api/exercises"])
    await answered("GET", path);
  await answered("GET", `/api/exercises/${exercise}`);
  await answered("GET", `/api/exercises/${exercise}/page`);
  await answered("POST", "/api/checks", { exercise, source: solution });
  await answered("POST", "/api/comparisons", { exercise, source: solution });
  await answered("GET", `/api/exercises/${exercise}/solution`);
  await answered("POST", "/api/lines", { exercise, source: solution });
  const start = lines(await answered("POST", "/api/runs", run)).find(({ kind }) => kind === "start");
  for (const path of [`/api/runs/${start.runId}/window`, `/api/runs/${start.runId}/window/lines`]) {
    await answered("GET", `${path}?partition=0&offset=7`);
    await answered("POST", path, { partition: 0, offset: 7, run });
  }
  await answered("POST", "/api/labs/counter/commands", { type: "Add", data: { by: 2 } });
  for (const path of ["/api/labs", "/api/labs/counter/events?from=0"]) await answered("GET", path);
  await answered("DELETE", "/api/labs/counter");
  const tested = lines(
    await answered("POST", "/api/cluster-test", { address: settings.brokers[0], tls: false }),
  );
  expect(tested.at(-1)).toEqual({ kind: "cluster-test-end", works: true });
  const document = (await server.app.inject("/api/openapi.json")).json();
  const operations = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect([...server.answered].toSorted()).toEqual(operations.toSorted());
});
