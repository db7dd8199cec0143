import wasmUrl from "quickjs-wasi/quickjs.wasm?url";
import type { TraceMessage } from "../../../engine/fold/trace.ts";
import type { LinesMessage } from "../../../engine/line-coverage/line-coverage-messages.ts";
import { boundWasmMemory } from "../../../engine/sandbox/bound-wasm-memory.ts";
import { createEngine } from "../../../engine/sandbox/engine.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import { createProgressReporter } from "../../../engine/sandbox/progress-reporter.ts";
import type { Health, RunRequest } from "../../../engine/sandbox/run-request.ts";

/** What the page asks of the worker: a run's trace, or the lines its steps go through. */
export interface WorkerQuestion {
  id: number;
  asked: "run" | "lines";
  request: RunRequest;
}

/** What the worker tells the page of a run: that a fold begins or goes on, its messages, and the engine's health. */
export type WorkerMessage = { id: number } & (
  | { kind: "begins" }
  | { kind: "working" }
  | { kind: "message"; message: TraceMessage | LinesMessage }
  | { kind: "done"; health: Health }
);

async function load() {
  const bytes = new Uint8Array(await (await fetch(wasmUrl)).arrayBuffer());
  const progress = createProgressReporter(() => postToPage({ id: current, kind: "working" }));
  return createEngine(await WebAssembly.compile(boundWasmMemory(bytes, limits.wasmMemoryBytes)), () => {
    progress();
    return false;
  });
}

const postToPage = (message: WorkerMessage) => postMessage(message);
let current = 0;
const loading = load();

addEventListener("message", async ({ data }: MessageEvent<WorkerQuestion>) => {
  const { id, asked, request } = data;
  const engine = await loading;
  current = id;
  postToPage({ id, kind: "begins" });
  const emit = (message: TraceMessage | LinesMessage) => postToPage({ id, kind: "message", message });
  const health = await (asked === "lines"
    ? engine.lines(request, emit)
    : engine.run(request, emit, () => postToPage({ id, kind: "begins" })));
  postToPage({ id, kind: "done", health });
});
