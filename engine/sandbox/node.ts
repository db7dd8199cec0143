import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { limits } from "./limits.ts";
import { boundMemory } from "./memory.ts";
import { createEngine, type Engine } from "./run.ts";

/** QuickJS's module for Node, read from disk, its memory bounded. Not for the browser. */
export async function loadModule(memoryBytes: number): Promise<WebAssembly.Module> {
  const file = fileURLToPath(import.meta.resolve("quickjs-wasi/quickjs.wasm"));
  return WebAssembly.compile(boundMemory(await readFile(file), memoryBytes));
}

/** The engine for Node. */
export async function loadEngine(): Promise<Engine> {
  return createEngine(await loadModule(limits.wasmMemoryBytes));
}
