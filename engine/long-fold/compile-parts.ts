import { boundWasmMemory } from "../sandbox/bound-wasm-memory.ts";
import { createEngine } from "../sandbox/engine.ts";
import { limits } from "../sandbox/limits.ts";
import type { LongParts } from "./long-fold.ts";

/** What a long fold needs, from the bytes of QuickJS's module: compiled once for each lane, each with its own bound. */
export async function compileLongParts(wasm: Uint8Array): Promise<LongParts> {
  const [run, lane] = await Promise.all(
    [limits.wasmMemoryBytes, limits.laneWasmMemoryBytes].map((bound) =>
      WebAssembly.compile(boundWasmMemory(wasm, bound)),
    ),
  );
  return {
    engine: createEngine(run as WebAssembly.Module),
    wasm: lane as WebAssembly.Module,
    now: () => performance.now(),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  };
}
