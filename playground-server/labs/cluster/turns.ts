/** Who holds the cluster, as one of those who share it sees it. */
export interface Turn {
  holder: TurnTaker | null;
  /** How many come before it; null where it is not in the line. */
  ahead: number | null;
  /** When the holder's turn ends because others wait, in ms since 1970. */
  endsAt: number | null;
}

/** Whoever may hold the cluster, or wait for it. */
export interface TurnTaker {
  turnChanged(turn: Turn): void;
}

/**
 * Who may break the cluster: one learner at a time. Nobody is sent away while nobody waits; once somebody does, a turn
 * ends `turnSeconds` after it began, and at least `graceSeconds` later.
 */
export class Turns {
  readonly #turnMs: number;
  readonly #graceMs: number;
  /** The holder first, then those who wait, in order. */
  #line: TurnTaker[] = [];
  readonly #watchers = new Set<TurnTaker>();
  #since = 0;
  #end: { at: number; timer: NodeJS.Timeout } | null = null;
  readonly #handOver: () => void;

  /** `handOver` is called when another learner, or nobody, holds the cluster. */
  constructor(turnSeconds: number, graceSeconds: number, handOver: () => void) {
    this.#turnMs = turnSeconds * 1_000;
    this.#graceMs = graceSeconds * 1_000;
    this.#handOver = handOver;
  }

  get holder(): TurnTaker | null {
    return this.#line[0] ?? null;
  }

  /** From now on it hears who holds the cluster. */
  watch(taker: TurnTaker): void {
    this.#watchers.add(taker);
    this.#tell(taker);
  }

  /** Goes to the end of the line, once. Returns whether it holds the cluster now. */
  take(taker: TurnTaker): boolean {
    if (!this.#line.includes(taker)) {
      this.#line.push(taker);
      if (this.#line.length === 1) this.#since = Date.now();
      this.#changed();
    }
    return this.holder === taker;
  }

  /** How many come before it in the line. */
  placeOf(taker: TurnTaker): number {
    return this.#line.indexOf(taker);
  }

  /** Leaves the line. */
  give(taker: TurnTaker): void {
    const held = this.holder === taker;
    if (!this.#line.includes(taker)) return;
    this.#line = this.#line.filter((each) => each !== taker);
    if (held) this.#begin();
    this.#changed();
  }

  leave(taker: TurnTaker): void {
    this.#watchers.delete(taker);
    this.give(taker);
  }

  close(): void {
    clearTimeout(this.#end?.timer);
    this.#end = null;
  }

  #begin(): void {
    this.close();
    this.#since = Date.now();
    this.#handOver();
  }

  #changed(): void {
    const { holder } = this;
    if (this.#line.length > 1 && holder !== null && this.#end === null) {
      const at = Math.max(this.#since + this.#turnMs, Date.now() + this.#graceMs);
      this.#end = { at, timer: setTimeout(() => this.give(holder), at - Date.now()).unref() };
    }
    if (this.#line.length < 2) this.close();
    for (const watcher of this.#watchers) this.#tell(watcher);
  }

  #tell(taker: TurnTaker): void {
    const at = this.#line.indexOf(taker);
    taker.turnChanged({
      holder: this.holder,
      ahead: at < 0 ? null : at,
      endsAt: this.#end?.at ?? null,
    });
  }
}
