import { limits } from "./limits.ts";

/** Lines printed past the limit that count as one tick. */
const linesPerTick = 50;

/** Counts the engine's interrupt ticks: work, not time, so a busy machine gives the same verdict. */
export class Budget {
  /** Which of the two was spent. */
  spent: "time" | "run time" | null = null;
  #event = 0;
  #run = 0;
  #linesTooMany = 0;

  renewEvent(): void {
    this.#event = 0;
  }

  renewAll(): void {
    this.#event = 0;
    this.#run = 0;
  }

  /** A line that is printed past the limit. The engine counts a call for far less than it takes to leave it. */
  lineTooMany(): void {
    if (++this.#linesTooMany % linesPerTick === 0) this.tick();
  }

  tick(): boolean {
    this.#event++;
    this.#run++;
    if (this.#event > limits.ticksPerEvent) this.spent = "time";
    else if (this.#run > limits.ticksPerRun) this.spent = "run time";
    return this.spent !== null;
  }
}
