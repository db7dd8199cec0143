/**
 * How the use of a slot ended: well, at a limit of a run, given up before either was known, or with its process lost
 * (killed or broken).
 */
export type SlotOutcome = "well" | "limit" | "given-up" | "process-lost";

interface Last {
  limited: boolean;
  /** How long its last run held a slot, in ms. */
  held: number;
}

/** The expected time of the very first run, in ms. */
const firstGuess = 100;

/** What is remembered of who ran: whether their last run hit a limit, and how long it held its slot. */
export class LastRunPerAccount {
  readonly #most: number;
  readonly #hardMilliseconds: number;
  /** In the order of their last runs. */
  readonly #last = new Map<string, Last>();
  #heldInAll = 0;

  /** Remembers `most` accounts. `hardMilliseconds`: what a run takes at most before it is killed. */
  constructor(most: number, hardMilliseconds: number) {
    this.#most = most;
    this.#hardMilliseconds = hardMilliseconds;
  }

  isLimited(account: string): boolean {
    return this.#last.get(account)?.limited ?? false;
  }

  /** `held` in ms. A run that hit a limit counts as one that was killed: its account's next one may be. */
  remember(account: string, held: number, how: SlotOutcome): void {
    if (how === "given-up") return;
    this.#forget(account);
    const limited = how !== "well";
    const counted = limited ? this.#hardMilliseconds : held;
    this.#last.set(account, { limited, held: counted });
    this.#heldInAll += counted;
    const [oldest] = this.#last.keys();
    if (this.#last.size > this.#most && oldest !== undefined) this.#forget(oldest);
  }

  /**
   * How long its next run will probably hold a slot, in ms: as long as its last one. Of an account that is not known it
   * is the average of all accounts, not of all runs: many cheap runs of one account do not lower it, and long check runs
   * do not raise it past what a run may take.
   */
  expectedMilliseconds(account: string): number {
    const last = this.#last.get(account);
    if (last) return last.held;
    if (this.#last.size === 0) return firstGuess;
    return Math.min(this.#heldInAll / this.#last.size, this.#hardMilliseconds);
  }

  #forget(account: string): void {
    this.#heldInAll -= this.#last.get(account)?.held ?? 0;
    this.#last.delete(account);
  }
}
