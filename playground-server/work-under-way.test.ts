import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  givenRecords,
  lines,
  openTestServer,
  summingSource,
  type TestServer,
  waitForCondition,
} from "./testing/test-playground.ts";
import { TestClient } from "./testing/websocket-client.ts";
import { stopLimits, WorkUnderWay } from "./work-under-way.ts";

let server: TestServer;
let address: string;
beforeEach(async () => {
  server = await openTestServer();
  address = await server.app.listen({ host: "127.0.0.1", port: 0 });
});
afterEach(() => server.close());

const session = "a-session-of-this-test-only";
/** The engine cannot stop it: it ends when its process is killed. */
const endless = { source: summingSource('"" + new Array(1e9);'), log: givenRecords(1) };
const check = { exercise: "cart-read-only", source: summingSource() };
const post = (path: string, body: object, by = session) =>
  fetch(`${address}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-session": by },
    body: JSON.stringify(body),
  });
const running = () => server.playground.runner.queue.running;
/** One address never holds all slots: of three runs one may wait. */
const entered = () => running() + server.playground.runner.queue.waiting;

test("while a server stops, new runs and checks are refused over HTTP and WebSocket, with the time to try again", async () => {
  const client = await TestClient.open(address, "a-session-on-a-web-socket");
  const before = post("/api/runs", endless);
  await waitForCondition(() => running() === 1);
  const stopped = server.playground.work.stop();
  for (const answer of [
    await post("/api/runs", endless, "another-session"),
    await post("/api/checks", check),
  ]) {
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ code: "stopping", title: "The server is stopping" });
  }
  expect((await fetch(`${address}/readyz`)).status).toBe(503);
  client.send({ kind: "run", id: "r", ...endless });
  client.send({ kind: "check", id: "c", ...check });
  expect(await client.end("r")).toMatchObject({ kind: "problem", code: "stopping", retryAfter: 10 });
  expect(await client.end("c")).toMatchObject({ kind: "problem", code: "stopping" });
  const late = new TestClient(`${address.replace("http", "ws")}/api/ws`, { "x-session": session });
  expect((await late.closed).code).toBe(1001);
  await stopped;
  expect(lines(await (await before).text()).map(({ kind }) => kind)).toEqual(["start", "end"]);
});

test("workMilliseconds", async () => {
  const client = await TestClient.open(address, "a-session-on-a-web-socket");
  client.send({ kind: "run", id: "r", ...endless });
  client.send({ kind: "check", id: "c", exercise: check.exercise, source: endless.source });
  const answer = post("/api/runs", endless);
  await waitForCondition(() => entered() === 3);
  await server.playground.work.stop({ ...stopLimits, workMilliseconds: 0 });
  const ends = lines(await (await answer).text()).filter(({ kind }) => kind === "end");
  expect(ends).toMatchObject([{ verdict: "cancelled" }]);
  await Promise.all([client.end("r"), client.end("c")]);
  for (const id of ["r", "c"]) {
    const ends = client.answers(id).filter(({ kind }) => ["end", "problem"].includes(kind));
    expect(ends).toMatchObject([{ kind: "end", verdict: "cancelled" }]);
  }
  client.close();
});

test("answerMilliseconds", async () => {
  // What nothing can give up is waited for, but not for ever.
  const work = new WorkUnderWay();
  void work.do(new AbortController().signal, () => new Promise(() => {}));
  await work.stop({ workMilliseconds: 0, answerMilliseconds: 0 });
});

test("work without an end of its own that a stop gives up says that the server stops", async () => {
  const work = new WorkUnderWay();
  const compared = work.do(new AbortController().signal, async (signal) => {
    await once(signal, "abort");
    throw signal.reason;
  });
  await Promise.all([
    work.stop({ ...stopLimits, workMilliseconds: 0 }),
    expect(compared).rejects.toMatchObject({ code: "stopping", retryAfter: 10 }),
  ]);
});
