import { Refusal } from "../errors.ts";

/** Who asks for a slot. */
export interface Ticket {
  /** One active run for each session and kind: a new one takes the place of the one before. */
  session: string;
  kind: "run" | "check";
  /** Who is held to account when runs hit a limit: the session, or the address where the session is brand new. */
  account: string;
}

/** Thrown where a run or a check run was given up: by its client, or for a newer one of the same session. */
export class GivenUp extends Error {
  override name = "GivenUp";
}

interface Place {
  ticket: Ticket;
  give: () => void;
}

const longestWait = 5_000;
const rememberedAccounts = 10_000;

/**
 * The slots of the sandbox and who waits for them, first come first served, with two exceptions: an account whose
 * last run hit a limit holds one slot at most, and all such accounts together never all of them.
 */
export class RunQueue {
  readonly slots: number;
  #running = new Set<Ticket>();
  #waiting: Place[] = [];
  #active = new Map<string, AbortController>();
  #limited = new Set<string>();
  /** A moving average of how long a slot is held, in ms. */
  #average = 100;

  constructor(slots: number) {
    this.slots = slots;
  }

  get running(): number {
    return this.#running.size;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Takes a session's place: what runs or waits for the same session and kind is given up. The signal tells when this
   * one is given up in turn.
   */
  enter(ticket: Ticket): { signal: AbortSignal; leave(): void } {
    const name = `${ticket.session} ${ticket.kind}`;
    this.#active.get(name)?.abort(new GivenUp());
    const controller = new AbortController();
    this.#active.set(name, controller);
    return {
      signal: controller.signal,
      leave: () => {
        if (this.#active.get(name) === controller) this.#active.delete(name);
      },
    };
  }

  /**
   * Waits for a slot; the answer gives it back and takes how the run ended. Throws `busy` when the wait would be too
   * long, and the signal's reason (`GivenUp`) when given up.
   */
  async slot(ticket: Ticket, signal: AbortSignal): Promise<(hitLimit: boolean) => void> {
    signal.throwIfAborted();
    if (!this.#mayRun(ticket)) {
      const seconds = Math.ceil(this.#expectedWait() / 1_000);
      if (this.#expectedWait() > longestWait) {
        throw new Refusal("busy", `A sandbox is free in about ${seconds} s.`, { retryAfter: seconds });
      }
      await this.#wait(ticket, signal);
    }
    this.#running.add(ticket);
    const begun = performance.now();
    return (hitLimit) => {
      this.#running.delete(ticket);
      this.#average += (performance.now() - begun - this.#average) / 10;
      this.#remember(ticket.account, hitLimit);
      this.#next();
    };
  }

  #wait(ticket: Ticket, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const place: Place = {
        ticket,
        give: () => {
          signal.removeEventListener("abort", giveUp);
          // Counted here and not when the waiter wakes up, so that nobody slips in between.
          this.#running.add(ticket);
          resolve();
        },
      };
      const giveUp = () => {
        this.#waiting = this.#waiting.filter((other) => other !== place);
        reject(signal.reason);
      };
      signal.addEventListener("abort", giveUp, { once: true });
      this.#waiting.push(place);
    });
  }

  #next(): void {
    for (const place of [...this.#waiting]) {
      if (!this.#mayRun(place.ticket)) continue;
      this.#waiting = this.#waiting.filter((other) => other !== place);
      place.give();
    }
  }

  #mayRun({ account }: Ticket): boolean {
    if (this.#running.size >= this.slots) return false;
    if (!this.#limited.has(account)) return true;
    const limited = [...this.#running].filter((other) => this.#limited.has(other.account));
    return limited.length < this.slots - 1 && !limited.some((other) => other.account === account);
  }

  #expectedWait(): number {
    return Math.ceil((this.#waiting.length + 1) / this.slots) * this.#average;
  }

  #remember(account: string, hitLimit: boolean): void {
    this.#limited.delete(account);
    if (hitLimit) this.#limited.add(account);
    const [oldest] = this.#limited;
    if (this.#limited.size > rememberedAccounts && oldest !== undefined) this.#limited.delete(oldest);
  }
}
