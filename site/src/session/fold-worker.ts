import wasmUrl from "quickjs-wasi/quickjs.wasm?url";
import type { TraceMessage } from "../../../engine/fold/trace.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import { boundMemory } from "../../../engine/sandbox/memory.ts";
import { createEngine, type Health, type RunRequest } from "../../../engine/sandbox/run.ts";

/** What the worker tells the page of a run: that it begins, its messages as they come, and the engine's health. */
export type WorkerMessage = { id: number } & (
  | { kind: "begins" }
  | { kind: "message"; message: TraceMessage }
  | { kind: "done"; health: Health }
);

async function load() {
  const bytes = new Uint8Array(await (await fetch(wasmUrl)).arrayBuffer());
  return createEngine(await WebAssembly.compile(boundMemory(bytes, limits.wasmMemoryBytes)));
}

const loading = load();

addEventListener("message", async ({ data }: MessageEvent<{ id: number; request: RunRequest }>) => {
  const { id, request } = data;
  const tell = (message: WorkerMessage) => postMessage(message);
  const engine = await loading;
  tell({ id, kind: "begins" });
  const health = await engine.run(request, (message) => tell({ id, kind: "message", message }));
  tell({ id, kind: "done", health });
});
