import type { NewEvent } from "../../engine/fold/event.ts";

/** What the data of these events may hold. */
export interface Booking {
  account: string;
  cents: number;
  reversesId: string;
}

/** A transaction that moved money, and the event that took it back. */
export interface Transaction<Of extends NewEvent> {
  event: Of;
  account: string;
  /** Below zero where money went out. */
  cents: number;
  takenBackBy?: Of;
}

/** The data of an event of these logs; they are ours, so a missing field is a mistake of ours. */
export function bookingOf({ data }: NewEvent): Booking {
  return data as unknown as Booking;
}

/** Every transaction of a log that moved money, by its name. */
export function transactionsIn<Of extends NewEvent>(log: Of[]): Map<string, Transaction<Of>> {
  const transactions = new Map<string, Transaction<Of>>();
  for (const event of log) {
    const { account, cents, reversesId } = bookingOf(event);
    const id = event.metadata?.id ?? "";
    if (event.type === "MoneyDeposited") transactions.set(id, { event, account, cents });
    if (event.type === "MoneyWithdrawn") transactions.set(id, { event, account, cents: -cents });
    if (event.type !== "TransactionReversed") continue;
    const named = transactions.get(reversesId);
    if (!named || named.takenBackBy) continue;
    named.takenBackBy = event;
    transactions.set(id, { event, account: named.account, cents: -named.cents });
  }
  return transactions;
}
