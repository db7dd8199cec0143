import { afterAll, beforeAll, expect, test } from "vitest";
import { Refusal } from "../errors.ts";
import {
  givenRecords,
  lines,
  openTestServer,
  sessionToken,
  summingSource,
  type TestServer,
} from "../testing/test-playground.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

test("a run over given records streams start, steps and one end", async () => {
  const answer = await server.post("/api/runs", { source: summingSource(), log: givenRecords(3) });
  expect(answer.headers["content-type"]).toBe("application/x-ndjson");
  const messages = lines(answer.body);
  expect(messages.at(-1)).toMatchObject({ verdict: "ok", state: { count: 3 } });
  expect(messages.map(({ kind }) => kind)).toEqual(["start", "step", "step", "step", "end"]);
  expect(messages[0].slice).toEqual({ topic: "given", partitions: [{ partition: 0, from: 0, to: 3 }] });
  expect(messages[2].position).toEqual({ topic: "given", partition: 0, offset: 1 });
});

test("given records may hold what a log holds beside events: tombstones, other values, no time", async () => {
  const records = [
    { key: "k", value: '{"type":"Counted","data":{"__proto__":1}}', timestamp: -1, headers: { trace: "1" } },
    { key: null, value: null },
    { key: "k", value: "no event" },
    { key: "k", event: { type: "Counted", data: 1 } },
  ];
  const messages = lines(
    (await server.post("/api/runs", { source: summingSource(), log: { records } })).body,
  );
  expect(messages.at(-1)).toMatchObject({ verdict: "ok", steps: 2, skipped: 2, state: { count: 2 } });
  expect(messages[1].event.metadata).toMatchObject({ timestamp: -1, occurredAt: "1969-12-31T23:59:59.999Z" });
  expect(messages[2].position.offset).toBe(3);
});

test("records that come with a request are folded from a state that was kept", async () => {
  const run = (body: object) => server.post("/api/runs", { source: summingSource(), ...body });
  const whole = lines((await run({ log: givenRecords(6) })).body);
  const from = lines((await run({ log: givenRecords(4) })).body).at(-1).state;
  const { records } = givenRecords(6);
  const onward = lines((await run({ log: { records: records.slice(4) }, from })).body);
  expect(onward[0].state).toEqual(from);
  expect(onward.at(-1).state).toEqual(whole.at(-1).state);
  expect((await run({ log: { topic: "course.carts" }, from })).json()).toMatchObject({
    code: "request-invalid",
  });
});

test("thirty sessions behind one address run at the same time and all pass", async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      server.post(
        "/api/runs",
        { source: summingSource(), log: givenRecords(8) },
        { "x-session": sessionToken(`session-number-${i}-of-a-class`) },
      ),
    ),
  );
  expect(answers.map(({ body }) => lines(body).at(-1).verdict)).toEqual(
    Array.from({ length: 30 }, () => "ok"),
  );
});

test("a source past 64 KB is a verdict of the run", async () => {
  const answer = await server.post("/api/runs", { source: `// ${"x".repeat(70_000)}`, log: givenRecords(1) });
  expect(lines(answer.body).at(-1).verdict).toBe("source-too-large");
});

test("a run without a log and without an exercise says what is missing", async () => {
  expect((await server.post("/api/runs", { source: summingSource() })).json().code).toBe("log-missing");
});

test("where Kafka is away a run over a topic is refused with a sentence, and the sandbox stays usable", async () => {
  const answer = await server.post("/api/runs", { source: summingSource(), log: { topic: "course.carts" } });
  expect(answer.statusCode).toBe(503);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
  expect(answer.json()).toMatchObject({ code: "log-unavailable" });
  expect((await server.app.inject("/healthz")).statusCode).toBe(200);
  expect((await server.app.inject("/readyz")).statusCode).toBe(503);
});

test("a log that is slow and then away is refused with its own status", async () => {
  const { log } = server.playground;
  const { read } = log;
  log.read = async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    throw new Refusal("log-unavailable");
  };
  try {
    const answer = await server.post("/api/runs", {
      source: summingSource(),
      log: { topic: "course.carts" },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([503, "log-unavailable"]);
  } finally {
    log.read = read;
  }
});

test("the lines that a run's steps go through are asked for as a run is", async () => {
  const answer = await server.post("/api/lines", {
    source: summingSource("if (event.data.n)\nreturn state;"),
    log: givenRecords(2),
  });
  expect(answer.headers["content-type"]).toBe("application/x-ndjson");
  expect(lines(answer.body)).toEqual([
    { kind: "lines", index: -1, lines: [1] },
    { kind: "lines", index: 0, lines: [2, 3] },
    { kind: "lines", index: 1, lines: [2, 3] },
    { kind: "end", missing: null, message: "" },
  ]);
  expect((await server.post("/api/lines", { source: summingSource() })).json()).toMatchObject({
    code: "log-missing",
  });
  const unknown = await server.app.inject({ url: "/api/runs/none/window/lines?partition=0&offset=0" });
  expect(unknown.json()).toMatchObject({ code: "run-unknown" });
});
