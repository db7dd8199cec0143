import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TraceMessage } from "../../../engine/fold/trace.ts";
import type { LinesMessage } from "../../../engine/line-coverage/line-coverage-messages.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import { kafkaTransport } from "./kafka-transport.ts";
import { ServerSocket } from "./server-socket.ts";
import type { WaitingRun } from "./session-interface.ts";

/** A WebSocket whose other end is the test. */
class FakeSocket {
  static OPEN = 1;
  static last: FakeSocket;
  readyState = 1;
  sent: Record<string, unknown>[] = [];
  onopen = () => {};
  onclose = (_: { code: number }) => {};
  onmessage = (_: { data: string }) => {};
  constructor() {
    FakeSocket.last = this;
    queueMicrotask(() => this.onopen());
  }
  send(text: string) {
    const message = JSON.parse(text);
    this.sent.push(message);
    if (message.kind === "hello")
      this.say({ kind: "hello", about: { log: { kind: "local" } }, learner: "abc" });
  }
  say(message: unknown) {
    this.onmessage({ data: JSON.stringify(message) });
  }
  lose() {
    this.readyState = 3;
    this.onclose({ code: 1006 });
  }
}

const api = new URL("http://localhost/api/");
const payload = { exercise: { id: "cart-read-only" }, records: [] } as unknown as ExercisePayload;
const lesson = { kind: "lesson" as const };

beforeEach(() => void vi.stubGlobal("WebSocket", FakeSocket));
afterEach(() => void vi.unstubAllGlobals());

async function openTransport() {
  const socket = new ServerSocket(api, () => {});
  expect(await socket.open()).toBe(true);
  const transport = kafkaTransport(socket, api);
  const run = (source: string) => {
    const received: (TraceMessage | WaitingRun)[] = [];
    const handle = transport.run({ payload, source, log: lesson }, (message) => received.push(message));
    return { received, handle, id: FakeSocket.last.sent.at(-1)?.id };
  };
  return { run, transport };
}
const end = { kind: "end", verdict: "ok", message: "", at: null, state: 1, steps: 0, skipped: 0 };

test("each run hears its own answers only", async () => {
  const { run } = await openTransport();
  const [first, second] = [run("a"), run("b")];
  FakeSocket.last.say({ id: second.id, message: end });
  expect(first.received).toEqual([]);
  expect(second.received).toEqual([end]);
});

test("a run asks for the exercise and gives nothing of its log: the server knows it", async () => {
  const { run } = await openTransport();
  run("source");
  expect(FakeSocket.last.sent.at(-1)).toEqual({
    kind: "run",
    id: expect.any(String),
    exercise: "cart-read-only",
    source: "source",
  });
});

test("what is asked after each step goes with the run", async () => {
  const { transport } = await openTransport();
  const asks = { breakpoint: "state.total > 100", watches: ["state.total"] };
  transport.run({ payload, source: "a", log: lesson, asks }, () => {});
  expect(FakeSocket.last.sent.at(-1)).toMatchObject({ kind: "run", source: "a", ...asks });
});

test("windows of the newest run bring along how it is folded again, over the slice that it folded", async () => {
  const { run, transport } = await openTransport();
  const { id } = run("a");
  const slice = { topic: "course.carts", partitions: [{ partition: 0, from: 0, to: 9_000 }] };
  FakeSocket.last.say({ id, message: { kind: "start", runId: "long", scope: "by-key", slice, state: null } });
  const place = { place: 5, partition: 0, offset: 5 };
  const again = { exercise: "cart-read-only", source: "a", log: { ...slice, scope: "by-key" } };
  transport.window({ runId: "long", ...place }, () => {});
  expect(FakeSocket.last.sent.at(-1)).toMatchObject({ kind: "window", runId: "long", offset: 5, run: again });
  transport.windowLines({ runId: "long", ...place }, () => {});
  expect(FakeSocket.last.sent.at(-1)).toMatchObject({ kind: "window-lines", runId: "long", run: again });
  transport.window({ runId: "older", ...place }, () => {});
  expect(FakeSocket.last.sent.at(-1)).not.toHaveProperty("run");
});

test("lines are asked for as a run is, and end once; what they wait for is not told", async () => {
  const { transport } = await openTransport();
  const received: (LinesMessage | WaitingRun)[] = [];
  transport.lines({ payload, source: "a", log: lesson }, (message) => received.push(message));
  const { id, ...asked } = FakeSocket.last.sent.at(-1) ?? {};
  expect(asked).toEqual({ kind: "lines", exercise: "cart-read-only", source: "a" });
  const lines = { kind: "lines", index: -1, lines: [1, 2] };
  const last = { kind: "end", missing: null, message: "" };
  FakeSocket.last.say({ id, message: { kind: "progress", phase: "queued", records: 0, total: null } });
  for (const message of [lines, last, lines]) FakeSocket.last.say({ id, message });
  expect(received).toEqual([lines, last]);
});

test("lines that are refused, or lost with the connection, end with the sentence of that", async () => {
  const { transport } = await openTransport();
  const ask = () => {
    const received: (LinesMessage | WaitingRun)[] = [];
    transport.lines({ payload, source: "a", log: lesson }, (message) => received.push(message));
    return received;
  };
  const long = ask();
  const problem = { kind: "problem", code: "slice-too-long", title: "", detail: "Too long.", status: 413 };
  FakeSocket.last.say({ id: FakeSocket.last.sent.at(-1)?.id, message: { ...problem, type: "" } });
  expect(long).toEqual([{ kind: "end", missing: "limit", message: "Too long." }]);
  const lost = ask();
  FakeSocket.last.lose();
  expect(lost).toMatchObject([
    { kind: "end", missing: "unavailable", message: expect.stringContaining("lost") },
  ]);
});

test("a refusal is the run's end, with the server's sentence and its verdict", async () => {
  const { run } = await openTransport();
  const { received, id } = run("a");
  const detail = "Kafka does not answer just now.";
  FakeSocket.last.say({
    id,
    message: { kind: "problem", code: "log-unavailable", title: "", detail, status: 503, type: "" },
  });
  expect(received).toMatchObject([{ kind: "end", verdict: "log-unavailable", message: detail }]);
});

test("a run that a stopping server refuses is cancelled, and can be asked for again", async () => {
  const { run } = await openTransport();
  const { received, id } = run("a");
  const detail = "The server stops.";
  FakeSocket.last.say({
    id,
    message: { kind: "problem", code: "stopping", title: "", detail, status: 503, type: "" },
  });
  expect(received).toMatchObject([{ kind: "end", verdict: "cancelled", message: detail }]);
});

test("a connection lost in the middle of a run ends it with a sentence, once", async () => {
  const { run } = await openTransport();
  const { received } = run("a");
  FakeSocket.last.lose();
  expect(received).toMatchObject([
    { kind: "end", verdict: "cancelled", message: expect.stringContaining("lost") },
  ]);
});

test("a run that was given up is cancelled on the server and says no more", async () => {
  const { run } = await openTransport();
  const { received, handle, id } = run("a");
  handle.cancel();
  FakeSocket.last.say({ id, message: end });
  expect(FakeSocket.last.sent.at(-1)).toEqual({ kind: "cancel", id });
  expect(received).toEqual([]);
});

test("a run that a busy server refuses is asked again by itself", async () => {
  const { run } = await openTransport();
  vi.useFakeTimers();
  const { received, id } = run("a");
  const busy = { kind: "problem", code: "busy", title: "", detail: "Busy.", status: 503, type: "" };
  FakeSocket.last.say({ id, message: { ...busy, retryAfter: 2 } });
  vi.advanceTimersByTime(2_000);
  vi.useRealTimers();
  const again = FakeSocket.last.sent.at(-1);
  expect(again).toMatchObject({ kind: "run", source: "a" });
  FakeSocket.last.say({ id: again?.id, message: end });
  expect(received.map(({ kind }) => kind)).toEqual(["waiting", "waiting", "waiting", "end"]);
});

test("a run and a check are told their place in the server's queue, and when the wait is over", async () => {
  const { run, transport } = await openTransport();
  const queued = (place: number) => ({ kind: "progress", phase: "queued", records: 0, total: null, place });
  const { received, id } = run("a");
  for (const message of [queued(7), queued(1), end]) FakeSocket.last.say({ id, message });
  const waits = [{ place: 7 }, { place: 1 }, null].map((waiting) => ({ kind: "waiting", waiting }));
  expect(received).toEqual([...waits, end]);

  const checked: unknown[] = [];
  transport.check({ payload, source: "a" }, (message) => checked.push(message));
  const check = FakeSocket.last.sent.at(-1)?.id;
  const outcome = { kind: "check", id: "c", title: "", passed: true, message: "" };
  for (const message of [queued(7), queued(1), outcome]) FakeSocket.last.say({ id: check, message });
  expect(checked).toEqual([...waits, outcome]);
});

test("a topic is read once its tail has begun, so that a record appended in between is not missed", async () => {
  const { transport } = await openTransport();
  const asked = vi.fn(async (url: URL) =>
    url.pathname.endsWith("/logs")
      ? new Response('{"topics":["mine.abc.carts"]}')
      : new Response('{"key":"k"}\n'),
  );
  vi.stubGlobal("fetch", asked);
  const received: unknown[] = [];
  transport.tail(
    "mine.carts",
    (record) => received.push(record),
    () => {},
  );
  const id = FakeSocket.last.sent.at(-1)?.id;
  expect(asked).not.toHaveBeenCalled();
  FakeSocket.last.say({ id, message: { kind: "tailing" } });
  await vi.waitFor(() => expect(received).toEqual([{ key: "k" }]));
});

test("an append that is refused rejects with the server's code", async () => {
  const { transport } = await openTransport();
  const appended = transport.append("mine.carts", "k", { type: "A", data: {} });
  const id = FakeSocket.last.sent.at(-1)?.id;
  FakeSocket.last.say({
    id,
    message: { kind: "problem", code: "topic-quota", title: "", detail: "Full.", status: 429, type: "" },
  });
  await expect(appended).rejects.toMatchObject({ code: "topic-quota", message: "Full." });
});

test("what the page has put together goes whole with its code", async () => {
  const { transport } = await openTransport();
  const slice = { topic: "course.carts", partitions: [{ partition: 1, from: 0, to: 9 }] };
  const exercise = { id: "playground", entry: { kind: "reducer" }, scope: "by-key", slice };
  const made = { exercise, records: [], made: "topic" } as unknown as ExercisePayload;
  transport.run({ payload: made, source: "a", log: lesson }, () => {});
  const { id: _, ...sent } = FakeSocket.last.sent.at(-1) ?? {};
  expect(sent).toEqual({
    kind: "run",
    source: "a",
    entry: { kind: "reducer" },
    log: { ...slice, scope: "by-key" },
  });
});

test("records that are given keep their places, and have no commands but those that come with them", async () => {
  const { transport } = await openTransport();
  const decider = { exercise: { id: "cart-decide", commands: [{ type: "Close", data: {} }] }, records: [] };
  const asker = decider as unknown as ExercisePayload;
  const position = { topic: "course.carts", partition: 0, offset: 3 };
  const record = { position, timestamp: 5, key: "cart-1", headers: {}, value: '{"type":"A","data":{}}' };
  const log = { kind: "records" as const, records: [record] };
  transport.run({ payload: asker, source: "a", log, beside: true }, () => {});
  const { headers: _, ...sent } = record;
  expect(FakeSocket.last.sent.at(-1)).toMatchObject({ beside: true, log: { records: [sent] }, commands: [] });
  transport.run({ payload: asker, source: "a", log: { ...log, scope: "by-key" } }, () => {});
  expect(FakeSocket.last.sent.at(-1)).toMatchObject({ log: { records: [sent], scope: "by-key" } });
  const again = { key: "cart-1", event: { type: "A", data: {} }, offset: 3 };
  const given = { kind: "given" as const, given: { records: [again] }, from: { n: 1 }, seed: 7 };
  transport.run({ payload, source: "a", log: given }, () => {});
  expect(FakeSocket.last.sent.at(-1)).toMatchObject({
    log: { records: [{ key: "cart-1", position: { topic: "given", partition: 0, offset: 3 } }] },
    from: { n: 1 },
    seed: 7,
  });
});

test("two folds side by side are one answer, and what is refused rejects", async () => {
  const { transport } = await openTransport();
  const compared = transport.compare(payload, "a");
  const { id, ...asked } = FakeSocket.last.sent.at(-1) ?? {};
  expect(asked).toEqual({ kind: "compare", exercise: "cart-read-only", source: "a" });
  const message = { kind: "comparison", mine: {}, reference: {}, differing: [4] };
  FakeSocket.last.say({ id, message });
  expect(await compared).toEqual(message);
  const refused = transport.compare(payload, "b");
  const problem = { kind: "problem", code: "comparison-not-open", detail: "Check it once." };
  FakeSocket.last.say({ id: FakeSocket.last.sent.at(-1)?.id, message: problem });
  await expect(refused).rejects.toMatchObject({ code: "comparison-not-open" });
});
