import wasmUrl from "quickjs-wasi/quickjs.wasm?url";
import type { TraceMessage } from "../../../engine/fold/trace.ts";
import type { LinesMessage } from "../../../engine/lit-lines/messages.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import { boundMemory } from "../../../engine/sandbox/memory.ts";
import { createEngine } from "../../../engine/sandbox/run.ts";
import type { Health, RunRequest } from "../../../engine/sandbox/run-request.ts";

/** What the page asks of the worker: a run's trace, or the lines its steps go through. */
export interface WorkerQuestion {
  id: number;
  asked: "run" | "lines";
  request: RunRequest;
}

/** What the worker tells the page of a run: that it begins, its messages as they come, and the engine's health. */
export type WorkerMessage = { id: number } & (
  | { kind: "begins" }
  | { kind: "message"; message: TraceMessage | LinesMessage }
  | { kind: "done"; health: Health }
);

async function load() {
  const bytes = new Uint8Array(await (await fetch(wasmUrl)).arrayBuffer());
  return createEngine(await WebAssembly.compile(boundMemory(bytes, limits.wasmMemoryBytes)));
}

const loading = load();

addEventListener("message", async ({ data }: MessageEvent<WorkerQuestion>) => {
  const { id, asked, request } = data;
  const tell = (message: WorkerMessage) => postMessage(message);
  const engine = await loading;
  tell({ id, kind: "begins" });
  const health = await engine[asked](request, (message) => tell({ id, kind: "message", message }));
  tell({ id, kind: "done", health });
});
