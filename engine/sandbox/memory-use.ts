import type { QuickJS } from "quickjs-wasi";

/** Bytes that may still be free when a small allocation fails, and bytes that an instance takes for itself. */
const slackBytes = 2 ** 20;

/**
 * Whether an engine instance has used up its memory. Its own out-of-memory error may be lost:
 * if not even the error fits, the engine throws null, and the host cannot read texts out of it.
 */
export class MemoryUse {
  readonly #vm: QuickJS;
  readonly #limitBytes: number;
  readonly #bytesAtStart: number;

  /** `bytesAtStart` is how large the module's memory was before anything was loaded. */
  constructor(vm: QuickJS, limitBytes: number, bytesAtStart: number) {
    this.#vm = vm;
    this.#limitBytes = limitBytes;
    this.#bytesAtStart = bytesAtStart;
  }

  /**
   * Whether the memory was full at some time. A module's memory never shrinks, so this stays true after the learner's
   * values were freed.
   */
  get wasFull(): boolean {
    return this.#moduleBytes - this.#bytesAtStart >= this.#limitBytes - slackBytes;
  }

  /** Whether it is full now. */
  get isFull(): boolean {
    return this.#vm.getAllocatedSize() >= this.#limitBytes - slackBytes;
  }

  get #moduleBytes(): number {
    return this.#vm._getExports().memory.buffer.byteLength;
  }
}
