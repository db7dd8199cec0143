import { type IsCancelled, neverCancelled } from "./cancellation.ts";
import { limits } from "./limits.ts";

/** Lines printed past the limit that count as one tick. */
const linesPerTick = 50;

/**
 * Counts the engine's interrupt ticks, and what the engine counts for less than it costs as parts of ticks: work, not
 * time, so a slow or busy machine gives the same verdict.
 */
export class TickBudget {
  /**
   * Which budget was spent. It is `memory` when the memory was full at that time: code that catches out-of-memory errors
   * goes on until its time is over.
   */
  spent: "time" | "run time" | "memory" | null = null;
  #event = 0;
  #run: number;
  #counting = true;
  #isGivenUp = neverCancelled;

  /** `ticks` of the run's budget were spent before. */
  constructor(ticks: number) {
    this.#run = ticks;
  }

  /** From now on a tick ends the code once this is true. */
  endWhen(isGivenUp: IsCancelled): void {
    this.#isGivenUp = isGivenUp;
  }

  get givenUp(): boolean {
    return this.#isGivenUp();
  }

  renewEvent(): void {
    this.#event = 0;
  }

  renewAll(): void {
    this.#event = 0;
    this.#run = 0;
  }

  /** Does work whose ticks do not count against the run. */
  withoutCounting(work: () => void): void {
    this.#counting = false;
    work();
    this.#counting = true;
  }

  /** A line that is printed past the limit. The engine counts a call for far less than it takes to leave it. */
  lineTooMany(): void {
    this.#spend(1 / linesPerTick);
  }

  /** Values of a state or an answer that were read one by one. */
  readValues(count: number): void {
    this.#spend(count / limits.valuesPerTick);
  }

  /** Characters of an answer, which are parsed and compared outside the engine. */
  tookCharacters(count: number): void {
    this.#spend(count / limits.charactersPerTick);
  }

  /** Counts one tick. True once the budget is spent: the code has to end. */
  tick(memoryIsFull: () => boolean): boolean {
    this.#spend(1, memoryIsFull);
    return this.spent !== null || this.givenUp;
  }

  #spend(ticks: number, memoryIsFull: () => boolean = () => false): void {
    this.#event += ticks;
    if (this.#counting) this.#run += ticks;
    if (this.spent !== null) return;
    if (this.#event > limits.ticksPerEvent) this.spent = "time";
    else if (this.#run > limits.ticksPerRun) this.spent = "run time";
    if (this.spent !== null && memoryIsFull()) this.spent = "memory";
  }
}
