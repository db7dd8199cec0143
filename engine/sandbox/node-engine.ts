import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { boundWasmMemory } from "./bound-wasm-memory.ts";
import { neverCancelled } from "./cancellation.ts";
import { createEngine, type Engine } from "./engine.ts";
import { limits } from "./limits.ts";

/** QuickJS's module for Node, read from disk, its memory bounded. Not for the browser. */
export async function loadModule(memoryBytes: number): Promise<WebAssembly.Module> {
  const file = fileURLToPath(import.meta.resolve("quickjs-wasi/quickjs.wasm"));
  return WebAssembly.compile(boundWasmMemory(await readFile(file), memoryBytes));
}

/** The engine for Node. `isGivenUp` says whether the fold that runs now was given up. */
export async function loadNodeEngine(isGivenUp = neverCancelled): Promise<Engine> {
  return createEngine(await loadModule(limits.wasmMemoryBytes), isGivenUp);
}
