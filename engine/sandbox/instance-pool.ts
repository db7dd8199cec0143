import type { JSValueHandle, QuickJS } from "quickjs-wasi";
import { limits } from "./limits.ts";
import { type InstanceOptions, ReusableInstance } from "./reusable-instance.ts";

/** An engine instance for one use. */
export interface InstanceUse extends Pick<ReusableInstance, "bytesAtStart" | "ticksAtStart"> {
  vm: QuickJS;
  /** The object whose methods the host calls. */
  driver: JSValueHandle;
  /** Ends the use. Only the first call counts. */
  end(): void;
}

/** Of each module the instances that are not in use, with what they were made from; the one that was used last comes last. */
const idle = new WeakMap<WebAssembly.Module, { options: string; instance: ReusableInstance }[]>();

/** From this size on, in bytes, a memory that nobody uses again does not wait for V8 to free it when it likes. */
const largeMemory = 16 * 1024 * 1024;
let isLargeOneWaiting = false;

/**
 * Frees large memories of former instances before another one is made: V8 does not count WebAssembly memories when it decides
 * how soon to collect, and a process with a few of them would be too large. A browser frees them by itself.
 */
function freeLargeMemories(): void {
  if (!isLargeOneWaiting) return;
  isLargeOneWaiting = false;
  (globalThis as { gc?: () => void }).gc?.();
}

/** Gives an instance that is as if it were made for this use. `interrupt` is asked at every tick whether the code has to end. */
export async function useInstance(
  wasm: WebAssembly.Module,
  { seed, memoryBytes }: InstanceOptions,
  interrupt: () => boolean,
): Promise<InstanceUse> {
  const options = `${seed} ${memoryBytes}`;
  const waiting = idle.get(wasm) ?? [];
  const at = waiting.findLastIndex((each) => each.options === options);
  const [known] = at < 0 ? [] : waiting.splice(at, 1);
  if (!known) freeLargeMemories();
  const instance = known?.instance ?? (await ReusableInstance.create(wasm, { seed, memoryBytes }));
  const use = instance.begin(interrupt);
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    instance.end(use.vm);
    if (!instance.isReusable) {
      isLargeOneWaiting ||= instance.memoryBytes >= largeMemory;
      return;
    }
    idle.set(wasm, [...(idle.get(wasm) ?? []), { options, instance }].slice(-limits.idleInstances));
  };
  const { bytesAtStart, ticksAtStart } = instance;
  return { ...use, bytesAtStart, ticksAtStart, end };
}
