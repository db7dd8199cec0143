import { afterAll, beforeAll, expect, test } from "vitest";
import {
  givenRecords,
  openTestServer,
  sessionToken,
  summingSource,
  type TestServer,
  waitForCondition,
} from "../testing/test-playground.ts";
import { handshake, socketUrl, TestClient } from "../testing/websocket-client.ts";

let server: TestServer;
let address: string;
beforeAll(async () => {
  server = await openTestServer();
  address = await server.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

const session = sessionToken();
const openClient = () => TestClient.open(address, session);

test("a handshake needs this site's Origin, or a session in a header", async () => {
  expect(await handshake(address, {})).toBe(403);
  expect(await handshake(address, { origin: "https://evil.example" })).toBe(403);
  expect(await handshake(address, { origin: "null" })).toBe(403);
  expect(await handshake(address, { origin: address })).toBe(101);
  expect(await handshake(address, { "x-session": session })).toBe(101);
  expect(await handshake(address, { "x-session": session, host: "evil.example" })).toBe(403);
});

test("hello is answered with who and where", async () => {
  const client = await openClient();
  expect(client.heard[0]).toMatchObject({ kind: "hello", about: { log: { kind: "none" } } });
  expect(client.heard[0].learner).toMatch(/^[0-9a-f]{32}$/);
  client.close();
});

test("every answer of a run carries the request's id, and there is one end", async () => {
  const client = await openClient();
  client.send({ kind: "run", id: "r1", source: summingSource(), log: givenRecords(4) });
  expect(await client.end("r1")).toMatchObject({ verdict: "ok", state: { count: 4 } });
  expect(client.answers("r1").map(({ kind }) => kind)).toEqual([
    "start",
    "step",
    "step",
    "step",
    "step",
    "end",
  ]);
  client.close();
});

test("two folds are compared over the socket too, and a second fold beside a run takes no run's place", async () => {
  const client = await openClient();
  const exercise = "cart-read-only";
  const { starter } = await server.playground.exercise(exercise);
  client.send({ kind: "compare", id: "c1", exercise, source: starter });
  expect(await client.next(({ id }) => id === "c1")).toMatchObject({
    message: { kind: "problem", code: "comparison-not-open" },
  });
  client.send({ kind: "check", id: "k1", exercise, source: starter });
  await client.end("k1");
  // What a check is doing is told here, before the checks.
  expect(client.answers("k1")[0]).toMatchObject({ kind: "checking", doing: expect.any(String) });
  client.send({ kind: "compare", id: "c2", exercise, source: starter });
  expect(await client.next(({ id }) => id === "c2")).toMatchObject({ message: { kind: "comparison" } });
  client.send({ kind: "run", id: "r1", exercise, source: summingSource(), log: givenRecords(300) });
  client.send({
    kind: "run",
    id: "r2",
    exercise,
    source: summingSource(),
    log: givenRecords(3),
    beside: true,
  });
  expect(await client.end("r1")).toMatchObject({ verdict: "ok" });
  expect(await client.end("r2")).toMatchObject({ verdict: "ok" });
  client.close();
});

test("lines are told with the id of their request, and there is one end", async () => {
  const client = await openClient();
  client.send({ kind: "lines", id: "l1", source: summingSource(), log: givenRecords(1) });
  expect(await client.end("l1")).toEqual({ kind: "end", missing: null, message: "" });
  expect(client.answers("l1").map(({ kind }) => kind)).toEqual(["lines", "lines", "end"]);
  client.send({ kind: "window-lines", id: "l2", runId: "none", partition: 0, offset: 0 });
  expect(await client.end("l2")).toMatchObject({ kind: "problem", code: "run-unknown" });
  client.close();
});

test("a tool of the terminal says what is missing where no Kafka runs, and finishes", async () => {
  const client = await openClient();
  const finished = ({ id, message }: { id: string; message: { kind: string } }) =>
    id === "t1" && message.kind === "finished";
  client.send({ kind: "terminal", id: "t1", line: "kafka-topics --list" });
  expect(await client.next(finished)).toMatchObject({ message: { good: false } });
  expect(client.answers("t1")[0].lines[0].text).toContain("No Kafka runs here.");
  client.send({ kind: "terminal", id: "t2", line: "help kcat" });
  expect(await client.next(({ id, message }) => id === "t2" && message.kind === "finished")).toMatchObject({
    message: { good: true },
  });
  client.close();
});

test("a request before hello is a typed problem and the connection stays", async () => {
  const client = new TestClient(socketUrl(address), { "x-session": session });
  await client.opened();
  client.send({ kind: "run", id: "r", source: "" });
  expect(await client.next(({ kind }) => kind === "problem")).toMatchObject({ code: "hello-expected" });
  client.send({ kind: "hello", version: 1 });
  await client.next(({ kind }) => kind === "hello");
  client.send({ kind: "hello", version: 1 });
  await waitForCondition(() => client.heard.filter(({ code }) => code === "hello-expected").length === 2);
  client.close();
});

test.each([
  ["not JSON", "{"],
  ["of an unknown kind", { kind: "shout", id: "x" }],
  ["without an id", { kind: "run", source: "" }],
])("a message %s is a typed problem", async (_, message) => {
  const client = await openClient();
  client.send(message);
  expect(await client.next(({ kind }) => kind === "problem")).toMatchObject({
    code: "request-invalid",
    status: 400,
  });
  client.close();
});

test("a message past 128 KB closes the connection with 1009", async () => {
  const client = await openClient();
  client.send({ kind: "run", id: "big", source: "x".repeat(200_000) });
  expect((await client.closed).code).toBe(1009);
});

test("silence after the handshake is ended after five seconds", async () => {
  const client = new TestClient(socketUrl(address), { "x-session": session });
  expect(await client.closed).toMatchObject({ code: 1008 });
});

test("a cancelled run ends at once and its slot is free", async () => {
  const client = await openClient();
  client.send({
    kind: "run",
    id: "loop",
    source: summingSource('"" + new Array(1e9);'),
    log: givenRecords(1),
  });
  await client.next(({ id }) => id === "loop");
  client.send({ kind: "cancel", id: "loop" });
  expect((await client.end("loop")).verdict).toBe("cancelled");
  client.close();
});

test("a client that goes away in the middle of a run frees its slot", async () => {
  const client = await openClient();
  client.send({
    kind: "run",
    id: "loop",
    source: summingSource('"" + new Array(1e9);'),
    log: givenRecords(1),
  });
  await client.next(({ id }) => id === "loop");
  client.close();
  await waitForCondition(() => server.playground.runner.queue.running === 0, "the slot");
});

test("requests that need Kafka are refused by name where none runs", async () => {
  const client = await openClient();
  client.send({ kind: "tail", id: "t", topic: "course.carts" });
  client.send({ kind: "append", id: "a", topic: "mine.carts", key: "k", event: { type: "A", data: {} } });
  expect(await client.end("t")).toMatchObject({ code: "log-unavailable" });
  expect(await client.end("a")).toMatchObject({ code: "log-unavailable" });
  client.close();
});

test("a flood of messages is refused, not served", async () => {
  const client = await openClient();
  for (let i = 0; i < 200; i++) client.send({ kind: "cancel", id: "none" });
  const problem = await client.next(({ kind }) => kind === "problem");
  expect(problem).toMatchObject({ code: "rate-limited", retryAfter: 3 });
  client.close();
});
