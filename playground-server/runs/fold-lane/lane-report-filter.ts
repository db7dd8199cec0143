import type { LaneReport } from "./lane.ts";

/**
 * Passes on what lanes say of breakpoint and watches. Lanes that are folded again say the same once more, in the same
 * order: what was passed on before is left out.
 */
export class LaneReportFilter {
  readonly #pass: (asked: LaneReport) => void;
  #passed = { break: 0, sample: 0 };
  #heard = { break: 0, sample: 0 };

  constructor(pass: (asked: LaneReport) => void) {
    this.#pass = pass;
  }

  take(asked: LaneReport): void {
    const { kind } = asked;
    if (++this.#heard[kind] <= this.#passed[kind]) return;
    this.#passed[kind]++;
    this.#pass(asked);
  }

  /** From here on the lane is folded again. */
  again(): void {
    this.#heard = { break: 0, sample: 0 };
  }
}
