import { Refusal, refusalDetail } from "../errors.ts";
import { FairTurns, mostCrowding, waitersBefore } from "./fair-turns.ts";
import { LastRunPerAccount, type SlotOutcome } from "./last-run-per-account.ts";
import { queueLimits } from "./limits.ts";

/** Who asks for a slot. */
export interface QueueTicket {
  session: string;
  kind: "run" | "check" | "lines";
  /** Where the session asked: one workbench of one page. A new run there takes the place of the one before. */
  place: string;
  /** Who is held to account when runs hit a limit: the session, or the address where the session is brand new. */
  account: string;
  /** Where the request came from: addresses take turns before accounts do. */
  address: string;
}

/** The account under which an address answers for its brand-new sessions. */
export function accountOfAddress(address: string): string {
  return `address ${address}`;
}

/** Gives a slot back. */
export type LeaveQueue = (how: SlotOutcome) => void;

/** Thrown where a run or a check run was given up: by its client, or for a newer one of the same session. */
export class WaitCancelled extends Error {
  override name = "WaitCancelled";
}

/** Is told at which place of the queue a waiter stands, 1 for the next: soon after it came, and at each change. */
export type TellPlace = (place: number) => void;

interface Waiter {
  ticket: QueueTicket;
  give: () => void;
  refuse: () => void;
  tellPlace: TellPlace | undefined;
  /** The place that was told last. */
  told: number | undefined;
}

/** How often waiters are told their places, in ms. */
const placeInterval = 500;

/**
 * The slots of the sandbox and who waits for them. Addresses take turns, and so do the accounts of an address. No session
 * and no address holds all slots, an account whose last run hit a limit holds one at most, and all such accounts together
 * never all. Nobody waits longer than `longestWaitMilliseconds`, and no more than `longestQueue` wait.
 */
export class SlotQueue {
  readonly slots: number;
  #running = new Set<QueueTicket>();
  #waiting: Waiter[] = [];
  #placeTimer: NodeJS.Timeout | undefined;
  #active = new Map<string, Map<string, AbortController>>();
  readonly #accounts: LastRunPerAccount;
  readonly #turns = new FairTurns(queueLimits.rememberedAccounts);

  /** `hardMilliseconds`: what a run takes at most before it is killed. */
  constructor(slots: number, hardMilliseconds: number) {
    this.slots = slots;
    this.#accounts = new LastRunPerAccount(queueLimits.rememberedAccounts, hardMilliseconds);
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
  enter({ session, kind, place }: QueueTicket): { signal: AbortSignal; leave(): void } {
    const active = this.#active.get(session) ?? new Map<string, AbortController>();
    this.#active.set(session, active);
    const name = `${kind} ${place}`;
    const giveUp = (which: string | undefined) => {
      if (which === undefined) return;
      active.get(which)?.abort(new WaitCancelled());
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
   * Waits for a slot; the answer gives it back and takes how the run ended. Throws `busy` when the wait has become too
   * long, or when the queue is full and nobody else crowds it more, and the signal's reason (`WaitCancelled`) when given up.
   */
  async slot(ticket: QueueTicket, signal: AbortSignal, tellPlace?: TellPlace): Promise<LeaveQueue> {
    signal.throwIfAborted();
    if (this.#mayRun(ticket)) this.#begin(ticket);
    else await this.#wait(ticket, signal, tellPlace);
    const begun = performance.now();
    return (how) => {
      this.#running.delete(ticket);
      const held = performance.now() - begun;
      this.#accounts.remember(ticket.account, held, how);
      if (how === "process-lost") this.#accounts.remember(accountOfAddress(ticket.address), held, how);
      this.#next();
    };
  }

  #wait(ticket: QueueTicket, signal: AbortSignal, tellPlace: TellPlace | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(expiry);
        signal.removeEventListener("abort", giveUp);
        this.#waiting = this.#waiting.filter((other) => other !== waiter);
        if (this.#waiting.length === 0) this.#stopTellingPlaces();
      };
      const waiter: Waiter = {
        ticket,
        tellPlace,
        told: undefined,
        give: () => {
          end();
          // Counted here and not when the waiter wakes up, so that nobody slips in between.
          this.#begin(ticket);
          resolve();
        },
        refuse: () => {
          end();
          // Whoever is before it will have left by then as well, so trying again may succeed.
          reject(busy(Math.min(this.#expectedWait(ticket), queueLimits.longestWaitMilliseconds)));
        },
      };
      const giveUp = () => {
        end();
        reject(signal.reason);
      };
      const expiry = setTimeout(waiter.refuse, queueLimits.longestWaitMilliseconds);
      signal.addEventListener("abort", giveUp, { once: true });
      this.#waiting.push(waiter);
      if (this.#waiting.length > queueLimits.longestQueue) mostCrowding(this.#waiting)?.refuse();
      this.#placeTimer ??= setInterval(() => this.#tellPlaces(), placeInterval);
    });
  }

  #tellPlaces(): void {
    for (const [at, waiter] of this.#turns.order(this.#waiting).entries()) {
      const place = at + 1;
      if (waiter.told === place) continue;
      waiter.told = place;
      waiter.tellPlace?.(place);
    }
  }

  #stopTellingPlaces(): void {
    clearInterval(this.#placeTimer);
    this.#placeTimer = undefined;
  }

  #begin(ticket: QueueTicket): void {
    this.#running.add(ticket);
    this.#turns.serve(ticket);
  }

  #next(): void {
    for (;;) {
      const next = this.#turns.first(this.#waiting.filter(({ ticket }) => this.#mayRun(ticket)));
      if (!next) return;
      next.give();
    }
  }

  #mayRun({ session, account, address }: QueueTicket): boolean {
    if (this.#running.size >= this.slots) return false;
    const running = [...this.#running];
    // Where there is only one slot everybody may have it: nothing else would ever let them run.
    const most = Math.max(1, this.slots - 1);
    const ofSession = running.filter((other) => other.session === session);
    const ofAddress = running.filter((other) => other.address === address);
    if (ofSession.length >= most || ofAddress.length >= most) return false;
    if (!this.#accounts.isLimited(account)) return true;
    const limited = running.filter((other) => this.#accounts.isLimited(other.account));
    // The others of an address keep one of its slots, as the others of all addresses keep one of all.
    const ofAddressLimited = limited.filter((other) => other.address === address);
    if (limited.length >= most || ofAddressLimited.length >= Math.max(1, most - 1)) return false;
    return !limited.some((other) => other.account === account);
  }

  /** About how long a newcomer waits, in ms, for those whose turn comes before. It is 0 for the next in turn, who is never refused at once. */
  #expectedWait(ticket: QueueTicket): number {
    const before = waitersBefore(
      ticket,
      this.#waiting.map((waiter) => waiter.ticket),
    );
    const shared = this.#expectedOf(before) / this.slots;
    if (!this.#accounts.isLimited(ticket.account)) return shared;
    // Its account has one slot, so its earlier runs come one after the other.
    return Math.max(shared, this.#expectedOf(before.filter(({ account }) => account === ticket.account)));
  }

  #expectedOf(tickets: Pick<QueueTicket, "account">[]): number {
    return tickets.reduce((sum, { account }) => sum + this.#accounts.expectedMilliseconds(account), 0);
  }
}

function busy(expectedWait: number): Refusal {
  const seconds = Math.max(1, Math.ceil(expectedWait / 1_000));
  return new Refusal("busy", refusalDetail("sandbox-free-in", { seconds }), { retryAfter: seconds });
}
