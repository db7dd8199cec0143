import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { limits } from "./limits.ts";
import { boundMemory } from "./memory.ts";
import { createEngine, type Engine } from "./run.ts";

/** The engine for Node: QuickJS's module read from disk, its memory bounded. Not for the browser. */
export async function loadEngine(): Promise<Engine> {
  const file = fileURLToPath(import.meta.resolve("quickjs-wasi/quickjs.wasm"));
  return createEngine(await WebAssembly.compile(boundMemory(await readFile(file), limits.wasmMemoryBytes)));
}
