import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openKafkaJs } from "./log/kafka-client.ts";
import {
  isolateTopics,
  lines,
  openTestServer,
  sessionToken,
  silentLogger,
  summingSource,
  type TestServer,
  testSession,
  waitForCondition,
} from "./testing/test-playground.ts";
import { TestClient } from "./testing/websocket-client.ts";

const settings = isolateTopics(inject("kafka"));
let server: TestServer;
let address: string;

beforeAll(async () => {
  server = await openTestServer(settings);
  address = await server.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

test("a fresh server is ready and its course logs lie in Kafka", async () => {
  await waitForCondition(async () => (await server.app.inject("/readyz")).statusCode === 200, "readiness");
  const { topics } = (await server.app.inject("/api/logs")).json();
  expect(topics).toEqual(server.playground.catalog.topics.map(({ topic }) => topic).sort());
  const about = (await server.app.inject("/api/about")).json();
  expect(about.log.version).toMatch(/^\d+\.\d+/);
});

test("a run over the cart topic streams one step per record, with Kafka's positions", async () => {
  const topic = server.playground.catalog.topics.find(({ topic }) => topic === "course.carts");
  const { body } = await server.post("/api/runs", {
    source: summingSource(),
    log: { topic: "course.carts" },
  });
  const messages = lines(body);
  const steps = messages.filter(({ kind }) => kind === "step");
  expect(steps).toHaveLength(topic?.records.length ?? -1);
  for (const { position } of steps)
    expect(topic?.records.map((record) => record.position)).toContainEqual(position);
  expect(messages.at(-1)).toMatchObject({ verdict: "ok", state: { count: steps.length } });
});

test("every exercise's solution folds its own log from Kafka", async () => {
  for (const { id, solution, records } of server.playground.catalog.exercises) {
    const messages = lines((await server.post("/api/runs", { exercise: id, source: solution })).body);
    expect(messages.at(-1), id).toMatchObject({ kind: "end", verdict: "ok" });
    const positions = messages.filter(
      ({ kind, position }) => kind === "step" && position?.topic.startsWith("course."),
    );
    if (positions.length > 0) expect(positions).toHaveLength(records.length);
  }
});

test("an event appended over HTTP is read back at its position, and by nobody else", async () => {
  const event = { type: "ItemAdded", data: { sku: "hat", qty: 1 } };
  const { position } = (
    await server.post("/api/events", { topic: "mine.carts", key: "cart-9", event })
  ).json();
  expect(position).toMatchObject({ topic: expect.stringMatching(/^mine\.[0-9a-f]{32}\.carts$/), offset: 0 });
  const found = lines((await server.app.inject({ url: "/api/logs/mine.carts", headers: testSession })).body);
  expect(found).toMatchObject([{ position, key: "cart-9", event: { ...event, metadata: { position } } }]);
  const ended = async (query: string) => {
    const { body } = await server.app.inject({
      url: `/api/logs/course.carts?${query}`,
      headers: testSession,
    });
    return lines(body).map(({ position }) => position);
  };
  // The last of each partition: what those have who read all of them.
  const all = await ended("");
  const lastOf = (partition: number) => all.findLast((each) => each.partition === partition);
  const partitions = [...new Set(all.map(({ partition }) => partition))];
  expect(new Set(await ended("last=1"))).toEqual(new Set(partitions.map(lastOf)));
  const run = lines(
    (await server.post("/api/runs", { source: summingSource(), log: { topic: "mine.carts" } })).body,
  );
  expect(run.at(-1).state).toEqual({ count: 1 });
  const foreign = await server.app.inject({
    url: `/api/logs/${position.topic}`,
    headers: { "x-session": sessionToken("another-session-of-this-test") },
  });
  expect(foreign.json().code).toBe("topic-not-yours");
});

test("an event produced by another client appears live, and the page's own in that client's topic", async () => {
  const client = await TestClient.open(address, testSession["x-session"]);
  client.send({ kind: "append", id: "a", topic: "mine.live", key: "k", event: { type: "First", data: {} } });
  const { message } = await client.next(({ id }) => id === "a");
  expect(message).toMatchObject({ kind: "appended", position: { offset: 0 } });
  client.send({ kind: "tail", id: "t", topic: "mine.live" });
  await client.next(({ id, message }) => id === "t" && message.kind === "tailing");

  const producer = openKafkaJs(settings, silentLogger).producer();
  await producer.connect();
  const value = JSON.stringify({ type: "Second", data: { from: "outside" } });
  await producer.send({
    topic: settings.topicPrefix + message.position.topic,
    messages: [{ key: "k", value }],
  });
  await producer.disconnect();

  const live = await client.next(({ id, message }) => id === "t" && message.kind === "record");
  expect(live.message.record).toMatchObject({
    position: { ...message.position, offset: 1 },
    event: { type: "Second", data: { from: "outside" } },
  });
  client.close();
});

test("thirty sessions of one address fold the log at the same time", async () => {
  const clients = await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      TestClient.open(address, sessionToken(`session-number-${i}-of-a-class`)),
    ),
  );
  // Told that the sandbox is busy, as on a machine that does much else, each tries again as a page does.
  const run = async (client: TestClient, attempt = 1): Promise<{ verdict: string }> => {
    client.send({ kind: "run", id: `r${attempt}`, source: summingSource(), log: { topic: "course.carts" } });
    const end = await client.end(`r${attempt}`);
    return end.code === "busy" ? run(client, attempt + 1) : end;
  };
  const ends = await Promise.all(clients.map((client) => run(client)));
  expect(ends.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 30 }, () => "ok"));
  for (const client of clients) client.close();
});
