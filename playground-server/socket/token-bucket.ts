/** How much may be asked: a burst, refilled at a steady rate a second. */
export class TokenBucket {
  #burst: number;
  #perSecond: number;
  #left: number;
  #since = performance.now();

  constructor(burst: number, perSecond: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#left = burst;
  }

  /** Takes so much; false, and nothing is taken, where less is left. */
  take(amount = 1, now = performance.now()): boolean {
    if (this.secondsUntil(amount, now) > 0) return false;
    this.#left -= amount;
    return true;
  }

  /** How long it takes until so much is left again, in seconds. */
  secondsUntil(amount: number, now = performance.now()): number {
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#since) / 1_000) * this.#perSecond);
    this.#since = now;
    return Math.max(0, (amount - this.#left) / this.#perSecond);
  }
}
