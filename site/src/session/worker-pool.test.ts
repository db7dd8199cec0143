import { afterEach, expect, test, vi } from "vitest";
import type { TraceMessage } from "../../../engine/fold/trace.ts";
import type { LinesMessage } from "../../../engine/line-coverage/line-coverage-messages.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import { loadNodeEngine } from "../../../engine/sandbox/node-engine.ts";
import type { RunRequest } from "../../../engine/sandbox/run-request.ts";
import type { WorkerMessage, WorkerQuestion } from "./fold-worker.ts";

const engine = await loadNodeEngine();

/** A worker in this thread: the real engine behind the messages of a worker. */
class NearWorker {
  static made: NearWorker[] = [];
  /** Whether it stays silent after it has begun, as one that spins in a built-in does. */
  static spins = false;
  /** Says that it goes on, as the engine does at its ticks; null where it is not at work. */
  static goOn: (() => void) | null = null;
  terminated = false;
  onmessage = (_: { data: WorkerMessage }) => {};
  constructor() {
    NearWorker.made.push(this);
  }
  postMessage({ id, asked, request }: WorkerQuestion) {
    this.onmessage({ data: { id, kind: "begins" } });
    NearWorker.goOn = () => this.onmessage({ data: { id, kind: "working" } });
    if (NearWorker.spins) return;
    engine[asked](request, (message: TraceMessage | LinesMessage) =>
      this.onmessage({ data: { id, kind: "message", message } }),
    ).then((health) => this.onmessage({ data: { id, kind: "done", health } }));
  }
  terminate() {
    this.terminated = true;
  }
}

const request: RunRequest = {
  runId: "r",
  entry: { kind: "reducer" },
  scope: "all",
  seed: 1,
  source: "export const initialState = () => 0;\nexport const evolve = (s, e) =>\n  s + 1;",
  slice: { topic: "t", partitions: [{ partition: 0, from: 0, to: 1 }] },
  records: [
    {
      position: { topic: "t", partition: 0, offset: 0 },
      timestamp: 0,
      key: "k",
      headers: {},
      value: '{"type":"Counted","data":{}}',
    },
  ],
};

async function pool() {
  NearWorker.made = [];
  NearWorker.spins = false;
  vi.stubGlobal("Worker", NearWorker);
  vi.resetModules();
  return import("./worker-pool.ts");
}
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("lines come from a worker, which is kept for the run after them", async () => {
  const { linesInWorker, foldAllInWorker } = await pool();
  const lines = await new Promise<LinesMessage[]>((resolve) => {
    const received: LinesMessage[] = [];
    linesInWorker(request, (message) => {
      received.push(message);
      if (message.kind === "end") resolve(received);
    });
  });
  expect(lines).toEqual([
    { kind: "lines", index: -1, lines: [1, 2] },
    { kind: "lines", index: 0, lines: [3] },
    { kind: "end", missing: null, message: "" },
  ]);
  await new Promise((resolve) => setImmediate(resolve));
  const { messages, killed } = await foldAllInWorker(request);
  expect(messages.at(-1)).toMatchObject({ kind: "end", verdict: "ok", state: 1 });
  expect(killed).toBe(false);
  expect(NearWorker.made).toHaveLength(1);
});

test("a worker that spins is ended: lines have the time of three folds, and each ends once with its sentence", async () => {
  const { linesInWorker, foldInWorker } = await pool();
  NearWorker.spins = true;
  vi.useFakeTimers();
  const received: (LinesMessage | TraceMessage)[] = [];
  linesInWorker(request, (message) => received.push(message));
  foldInWorker(request, (message) => received.push(message));
  vi.advanceTimersByTime(limits.wallMilliseconds);
  expect(received).toMatchObject([{ kind: "end", verdict: "time-limit", at: { index: -1 } }]);
  vi.advanceTimersByTime(limits.wallMilliseconds * (limits.linesTimes - 1));
  expect(received.slice(1)).toMatchObject([{ kind: "end", missing: "limit" }]);
  expect(NearWorker.made.map(({ terminated }) => terminated)).toEqual([true, true]);
});

test("a worker that goes on is not ended, until its fold has taken too long in all", async () => {
  const { foldInWorker } = await pool();
  NearWorker.spins = true;
  vi.useFakeTimers();
  const received: TraceMessage[] = [];
  foldInWorker(request, (message) => received.push(message));
  const part = limits.wallMilliseconds - 1;
  const parts = Math.floor(limits.foldMilliseconds / part);
  for (let i = 0; i < parts; i++) {
    vi.advanceTimersByTime(part);
    NearWorker.goOn?.();
  }
  expect(received).toEqual([]);
  vi.advanceTimersByTime(limits.foldMilliseconds - parts * part);
  expect(received).toMatchObject([{ kind: "end", verdict: "time-limit" }]);
});

test("lines that are given up say nothing more", async () => {
  const { linesInWorker } = await pool();
  NearWorker.spins = true;
  const listen = vi.fn();
  linesInWorker(request, listen).cancel();
  expect(NearWorker.made[0]?.terminated).toBe(true);
  expect(listen).not.toHaveBeenCalled();
});
