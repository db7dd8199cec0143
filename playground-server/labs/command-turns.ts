import { setTimeout as sleep } from "node:timers/promises";
import { Refusal, refusalDetail } from "../errors.ts";
import { TokenBucket } from "../socket/token-bucket.ts";
import { labLimits } from "./limits.ts";

type Work = (signal: AbortSignal) => Promise<void>;

/** Of `labLimits`. */
type TurnLimits = Record<"commandsWaiting" | "commandSeconds" | "giveUpMilliseconds", number>;

/** The commands of one learner's lab: one after the other, at the rate that the lab allows, each for a limited time. */
export class CommandTurns {
  readonly #perMinute: number;
  readonly #limits: TurnLimits;
  readonly #allowed: TokenBucket;
  readonly #underWay = new Set<Promise<void>>();
  #turn: Promise<void> = Promise.resolve();
  #waiting = 0;
  /** Aborted, with the refusal that says why, when everything under way is given up. */
  #giveUp = new AbortController();

  constructor(perMinute: number, limits: TurnLimits = labLimits) {
    this.#perMinute = perMinute;
    this.#limits = limits;
    this.#allowed = new TokenBucket(perMinute, perMinute / 60);
  }

  get busy(): boolean {
    return this.#waiting > 0 || this.#underWay.size > 0;
  }

  /** Counts one command. Throws `lab-command-quota`. */
  take(): void {
    if (this.#allowed.take()) return;
    throw new Refusal(
      "lab-command-quota",
      refusalDetail("lab-commands-per-minute", { most: this.#perMinute }),
      { retryAfter: Math.ceil(this.#allowed.secondsUntil(1)) },
    );
  }

  /** Does a piece of work when all before it are done. Throws `lab-command-quota` where too many wait. */
  async next(work: Work, signal: AbortSignal): Promise<void> {
    const { commandsWaiting: most } = this.#limits;
    if (this.#waiting >= most)
      throw new Refusal("lab-command-quota", refusalDetail("lab-commands-waiting", { most }));
    const { signal: givenUp } = this.#giveUp;
    this.#waiting++;
    const done = this.#turn.then(() => {
      this.#waiting--;
      givenUp.throwIfAborted();
      return this.now(work, signal);
    });
    this.#turn = done.catch(() => {});
    await done;
  }

  /** Does it at once. */
  async now(work: Work, signal: AbortSignal): Promise<void> {
    const { commandSeconds: seconds } = this.#limits;
    const { signal: givenUp } = this.#giveUp;
    const late = AbortSignal.timeout(seconds * 1_000);
    const done = work(AbortSignal.any([signal, givenUp, late]));
    this.#underWay.add(done);
    try {
      await done;
    } catch (error) {
      givenUp.throwIfAborted();
      if (late.aborted) throw new Refusal("lab-stopped", refusalDetail("lab-command-late", { seconds }));
      throw error;
    } finally {
      this.#underWay.delete(done);
    }
  }

  /** Gives up what is under way and what waits, and waits until it has ended, for a limited time. */
  async giveUp(why: Refusal): Promise<void> {
    this.#giveUp.abort(why);
    this.#giveUp = new AbortController();
    await Promise.race([
      Promise.allSettled([...this.#underWay]),
      sleep(this.#limits.giveUpMilliseconds, undefined, { ref: false }),
    ]);
  }
}
