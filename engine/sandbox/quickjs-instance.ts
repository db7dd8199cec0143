import { Intrinsics, QuickJS } from "quickjs-wasi";
import { limits } from "./limits.ts";

const noFlag = Intrinsics.PERFORMANCE | Intrinsics.DOM_EXCEPTION | Intrinsics.ATOB_BTOA | Intrinsics.WEAK_REF;
/** What the clock shows under the seed 0, in seconds since the epoch. */
const firstSecond = Date.UTC(2026, 0, 1) / 1_000;

/**
 * A fresh engine whose clock and random numbers follow from the seed alone, and which can import nothing. `interrupt` is
 * asked at every tick whether the code has to end.
 */
export function createQuickJsInstance(
  wasm: WebAssembly.Module,
  seed: number,
  memoryBytes: number,
  interrupt: () => boolean,
): Promise<QuickJS> {
  // One second more for each seed. The engine seeds its random numbers from this clock.
  const nanoseconds = BigInt(firstSecond + seed) * 1_000_000_000n + BigInt(seed % 1_000) * 1_000_000n;
  return QuickJS.create({
    wasm,
    memoryLimit: memoryBytes,
    maxStackSize: limits.guestStackBytes,
    timezoneOffset: 0,
    intrinsics: Intrinsics.ALL & ~noFlag,
    interruptHandler: interrupt,
    moduleLoader: { normalize: refuseImport, load: refuseImport },
    wasi: (memory) => ({
      clock_time_get(_clock: number, _precision: bigint, at: number) {
        new DataView(memory.buffer).setBigUint64(at, nanoseconds, true);
        return 0;
      },
      random_get(at: number, length: number) {
        new Uint8Array(memory.buffer, at, length).fill(seed & 0xff);
        return 0;
      },
      fd_write: () => 0,
    }),
  });
}

/** What the engine says of an import. */
export const refusedImport = "could not load module";

/** Without this, a module that imports its own name would get itself. */
function refuseImport(): never {
  const refusal = new Error(refusedImport);
  // The engine would show the host's stack to the learner's code.
  refusal.stack = "";
  throw refusal;
}
