import { Refusal } from "./errors.ts";
import { WaitCancelled } from "./runs/fair-slot-queue.ts";

/** What a stop of the server takes, in ms. Together with the close of the sockets it stays below Docker's 10 s. */
export const stopLimits = {
  /** Runs, checks, appends and answers that were under way go on for so long; then they are given up. */
  workMilliseconds: 5_000,
  /** The ends of what was given up, and the rest of an answer, may take so long to reach their readers. */
  answerMilliseconds: 1_000,
  /** How long clients have to confirm that their WebSocket closes. */
  socketMilliseconds: 1_000,
} as const;

/** After so many seconds a server that was started again usually answers. */
const restartSeconds = 10;

/** All work that a stop of the server waits for. */
export class WorkUnderWay {
  readonly #pending = new Set<Promise<unknown>>();
  readonly #giveUp = new AbortController();
  readonly #stop = new AbortController();

  /** Throws `stopping` once the server stops. */
  expectRunning(): void {
    if (this.stopping) throw new Refusal("stopping", null, { retryAfter: restartSeconds });
  }

  get stopping(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Aborted when the stop begins: ends what would go on until its reader leaves. */
  get stopSignal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Does a piece of work. It is given up by `signal`, and when a stop has waited long enough. Throws `stopping`. */
  async do<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.expectRunning();
    const done = work(AbortSignal.any([signal, this.#giveUp.signal]));
    this.waitFor(done);
    try {
      return await done;
    } catch (error) {
      // Work that has no `cancelled` end of its own fails with `stopping`.
      if (this.#giveUp.signal.aborted && error instanceof WaitCancelled) this.expectRunning();
      throw error;
    }
  }

  /** Makes a stop wait for this too, for instance for an answer on its way. */
  waitFor(pending: Promise<unknown>): void {
    const over = () => this.#pending.delete(pending);
    this.#pending.add(pending);
    pending.then(over, over);
  }

  /** Refuses new work, waits for what is under way, and gives up what takes longer. Does not throw. */
  async stop(limits: { workMilliseconds: number; answerMilliseconds: number } = stopLimits): Promise<void> {
    this.#stop.abort();
    await this.#settled(limits.workMilliseconds);
    this.#giveUp.abort(new WaitCancelled());
    await this.#settled(limits.answerMilliseconds);
  }

  async #settled(milliseconds: number): Promise<void> {
    const late = Promise.withResolvers<void>();
    const timer = setTimeout(late.resolve, milliseconds);
    await Promise.race([Promise.allSettled([...this.#pending]), late.promise]);
    clearTimeout(timer);
  }
}
