import { loadJq } from "jq-wasm";
import wasmUrl from "jq-wasm/jq.wasm?url";
import { boundWasmMemory } from "../../../engine/sandbox/bound-wasm-memory.ts";
import type { JqJob, JqResult } from "../../../engine/terminal/jq/jq-engine.ts";

/** What the worker says of a job: null where jq found no more memory. */
export type JqWorkerAnswer = JqResult | null;

const memoryBytes = 128 * 1024 * 1024;

const engine = fetch(new URL(wasmUrl, import.meta.url))
  .then((answer) => answer.arrayBuffer())
  .then((wasm) => loadJq({ wasmBinary: boundWasmMemory(new Uint8Array(wasm), memoryBytes) }));

addEventListener("message", async ({ data }: MessageEvent<JqJob>) => {
  const jq = await engine;
  let answer: JqWorkerAnswer = null;
  try {
    answer = jq.raw(data.input, data.program, data.flags);
  } catch {
    // The module has aborted: its memory is full, or its stack.
  }
  postMessage(answer);
});
