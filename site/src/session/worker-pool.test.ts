import { afterEach, expect, test, vi } from "vitest";
import type { TraceMessage } from "../../../engine/fold/trace.ts";
import type { LinesMessage } from "../../../engine/lit-lines/messages.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import { loadEngine } from "../../../engine/sandbox/node.ts";
import type { RunRequest } from "../../../engine/sandbox/run-request.ts";
import type { WorkerMessage, WorkerQuestion } from "./fold-worker.ts";

const engine = await loadEngine();

/** A worker in this thread: the real engine behind the messages of a worker. */
class NearWorker {
  static made: NearWorker[] = [];
  /** Whether it stays silent after it has begun, as one that spins in a built-in does. */
  static spins = false;
  terminated = false;
  onmessage = (_: { data: WorkerMessage }) => {};
  constructor() {
    NearWorker.made.push(this);
  }
  postMessage({ id, asked, request }: WorkerQuestion) {
    this.onmessage({ data: { id, kind: "begins" } });
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
  ...{ runId: "r", entry: { kind: "reducer" }, scope: "all", seed: 1 },
  source: "export const initialState = () => 0;\nexport const evolve = (s, e) =>\n  s + 1;",
  slice: { topic: "t", partitions: [{ partition: 0, from: 0, to: 1 }] },
  records: [
    {
      ...{ position: { topic: "t", partition: 0, offset: 0 }, timestamp: 0, key: "k", headers: {} },
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
    const heard: LinesMessage[] = [];
    linesInWorker(request, (message) => {
      heard.push(message);
      if (message.kind === "end") resolve(heard);
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
  const heard: (LinesMessage | TraceMessage)[] = [];
  linesInWorker(request, (message) => heard.push(message));
  foldInWorker(request, (message) => heard.push(message));
  vi.advanceTimersByTime(limits.wallMilliseconds);
  expect(heard).toMatchObject([{ kind: "end", verdict: "time-limit", at: { index: -1 } }]);
  vi.advanceTimersByTime(limits.wallMilliseconds * (limits.linesTimes - 1));
  expect(heard.slice(1)).toMatchObject([{ kind: "end", missing: "limit" }]);
  expect(NearWorker.made.map(({ terminated }) => terminated)).toEqual([true, true]);
});

test("lines that are given up say nothing more", async () => {
  const { linesInWorker } = await pool();
  NearWorker.spins = true;
  const listen = vi.fn();
  linesInWorker(request, listen).cancel();
  expect(NearWorker.made[0]?.terminated).toBe(true);
  expect(listen).not.toHaveBeenCalled();
});
