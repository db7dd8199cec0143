import { Refusal } from "../errors.ts";
import { queueLimits } from "./limits.ts";

/** Who asks for a slot. */
export interface Ticket {
  session: string;
  kind: "run" | "check" | "lines";
  /** Where the session asked: one workbench of one page. A new run there takes the place of the one before. */
  place: string;
  /** Who is held to account when runs hit a limit: the session, or the address where the session is brand new. */
  account: string;
}

/** Thrown where a run or a check run was given up: by its client, or for a newer one of the same session. */
export class GivenUp extends Error {
  override name = "GivenUp";
}

interface Waiter {
  ticket: Ticket;
  give: () => void;
}

/**
 * The slots of the sandbox and who waits for them, first come first served, with these exceptions: no session holds
 * all slots, an account whose last run hit a limit holds one at most, and all such accounts together never all.
 */
export class RunQueue {
  readonly slots: number;
  #running = new Set<Ticket>();
  #waiting: Waiter[] = [];
  #active = new Map<string, Map<string, AbortController>>();
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
   * Takes a session's place: what runs or waits there is given up, and so is the session's oldest run when it has too
   * many in several places. The signal tells when this one is given up in turn.
   */
  enter({ session, kind, place }: Ticket): { signal: AbortSignal; leave(): void } {
    const active = this.#active.get(session) ?? new Map<string, AbortController>();
    this.#active.set(session, active);
    const name = `${kind} ${place}`;
    const giveUp = (which: string | undefined) => {
      if (which === undefined) return;
      active.get(which)?.abort(new GivenUp());
      active.delete(which);
    };
    giveUp(name);
    if (active.size >= queueLimits.activePerSession) giveUp(active.keys().next().value);
    const controller = new AbortController();
    active.set(name, controller);
    return {
      signal: controller.signal,
      leave: () => {
        if (active.get(name) === controller) active.delete(name);
        if (active.size === 0 && this.#active.get(session) === active) this.#active.delete(session);
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
      if (this.#expectedWait() > queueLimits.longestWaitMilliseconds) {
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
      const place: Waiter = {
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

  #mayRun({ session, account }: Ticket): boolean {
    if (this.#running.size >= this.slots) return false;
    const own = [...this.#running].filter((other) => other.session === session).length;
    if (own > 0 && own >= this.slots - 1) return false;
    if (!this.#limited.has(account)) return true;
    const limited = [...this.#running].filter((other) => this.#limited.has(other.account));
    // Where there is only one slot they may have it: nothing else would ever let them run again.
    const theirs = Math.max(1, this.slots - 1);
    return limited.length < theirs && !limited.some((other) => other.account === account);
  }

  #expectedWait(): number {
    return Math.ceil((this.#waiting.length + 1) / this.slots) * this.#average;
  }

  #remember(account: string, hitLimit: boolean): void {
    this.#limited.delete(account);
    if (hitLimit) this.#limited.add(account);
    const [oldest] = this.#limited;
    if (this.#limited.size > queueLimits.rememberedAccounts && oldest !== undefined)
      this.#limited.delete(oldest);
  }
}
