import type { JSValueHandle, QuickJS, Snapshot } from "quickjs-wasi";
import { loadDriver } from "./load-driver.ts";
import { createQuickJsInstance } from "./quickjs-instance.ts";

/** What the first bytes of an instance follow from. */
export interface InstanceOptions {
  /** Of clock and random numbers. */
  seed: number;
  memoryBytes: number;
}

/** Asked at every tick of the engine whether the code has to end. */
type Interrupt = () => boolean;

interface AtStart extends Pick<ReusableInstance, "bytesAtStart" | "ticksAtStart"> {
  driver: JSValueHandle;
  interrupt: { ask: Interrupt };
}

const neverInterrupt: Interrupt = () => false;

/**
 * An engine instance with our driver in it, which one fold after another uses: making an instance takes as long as
 * folding a short log. Before each use everything in it that code can change becomes what it was before the first use,
 * byte for byte: the memory and the stack pointer of its WebAssembly instance. No more can change there: the module has
 * no other global that can be set, and nothing in it changes its table.
 */
export class ReusableInstance {
  /** How large its memory was before the driver was loaded. */
  readonly bytesAtStart: number;
  /** What loading the driver took. */
  readonly ticksAtStart: number;
  readonly #vm: QuickJS;
  readonly #driver: number;
  readonly #start: Snapshot;
  readonly #interrupt: { ask: Interrupt };

  private constructor(vm: QuickJS, { driver, bytesAtStart, ticksAtStart, interrupt }: AtStart) {
    this.bytesAtStart = bytesAtStart;
    this.ticksAtStart = ticksAtStart;
    this.#vm = vm;
    this.#driver = vm.exportHandle(driver);
    this.#interrupt = interrupt;
    // The library keeps a handle for each of these from the first time on: that time is before the start.
    for (const name of ["undefined", "null", "true", "false", "global"] as const) vm[name];
    this.#start = vm.snapshot();
  }

  static async create(
    wasm: WebAssembly.Module,
    { seed, memoryBytes }: InstanceOptions,
  ): Promise<ReusableInstance> {
    let ticksAtStart = 0;
    const interrupt = {
      ask() {
        ticksAtStart++;
        return false;
      },
    };
    const vm = await createQuickJsInstance(wasm, seed, memoryBytes, () => interrupt.ask());
    const bytesAtStart = vm._getExports().memory.buffer.byteLength;
    const driver = await loadDriver(wasm, vm);
    return new ReusableInstance(vm, { driver, bytesAtStart, ticksAtStart, interrupt });
  }

  /** Begins a use: gives the instance as it was at the start, and the object whose methods the host calls. */
  begin(interrupt: Interrupt): { vm: QuickJS; driver: JSValueHandle } {
    const { memory, __stack_pointer: stackPointer } = this.#vm._getExports();
    new Uint8Array(memory.buffer).set(this.#start.memory);
    stackPointer.value = this.#start.stackPointer;
    this.#interrupt.ask = interrupt;
    // An object for this use alone: what the library keeps in it ends with the use.
    const vm: QuickJS = Object.create(this.#vm);
    return { vm, driver: vm.importHandle(this.#driver) };
  }

  /** Ends the use in which `vm` was given: its handles cannot be used any more. */
  end(vm: QuickJS): void {
    vm.dispose();
    this.#interrupt.ask = neverInterrupt;
  }

  /** How large its WebAssembly memory is now. */
  get memoryBytes(): number {
    return this.#vm._getExports().memory.buffer.byteLength;
  }

  /** Whether there can be another use. A WebAssembly memory that grew does not get smaller. */
  get isReusable(): boolean {
    return this.memoryBytes === this.#start.memory.byteLength;
  }
}
