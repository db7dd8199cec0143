import type { TraceMessage } from "../../../engine/fold/trace.ts";

/** Messages that may not go out before the start: kept until `release`, passed on from then on. */
export class HeldTraceMessages {
  readonly #emit: (message: TraceMessage) => void;
  #kept: TraceMessage[] | null = [];

  constructor(emit: (message: TraceMessage) => void) {
    this.#emit = emit;
  }

  take(message: TraceMessage): void {
    if (this.#kept) this.#kept.push(message);
    else this.#emit(message);
  }

  release(): void {
    for (const message of this.#kept ?? []) this.#emit(message);
    this.#kept = null;
  }
}
