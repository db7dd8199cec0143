import type { Event, NewEvent } from "../../engine/fold/event.ts";
import { isObject, type Json } from "../../engine/fold/json.ts";
import { interestOf } from "../savings-account/interest.ts";

/** A posting of a log: what it paid, and what it should have paid. */
export interface Posting {
  id: string;
  /** Its place in the log. */
  place: number;
  days: number;
  basisPoints: number;
  paid: number;
  /** The balance before it that the log shows, and the one that the account should have had. */
  shown: number;
  base: number;
  right: number;
  /** The place of the correction that the log already holds. */
  correctedAt: number | null;
}

interface Data {
  days: number;
  basisPoints: number;
  cents: number;
  postingId: string;
}

export const dataOf = ({ data }: Pick<NewEvent, "data">) => data as unknown as Data;

/** All postings of a log, in order, and the balance that the account should have after it. */
export function postingsOf(
  events: (Pick<NewEvent, "type" | "data"> & { metadata?: Partial<Event["metadata"]> })[],
) {
  const postings: Posting[] = [];
  let [shown, balance] = [0, 0];
  for (const [place, event] of events.entries()) {
    const { days, basisPoints, cents, postingId } = dataOf(event);
    if (event.type === "MoneyDeposited" || event.type === "MoneyWithdrawn") {
      const moved = event.type === "MoneyDeposited" ? cents : -cents;
      shown += moved;
      balance += moved;
    } else if (event.type === "InterestCorrected") {
      shown += cents;
      const named = postings.find(({ id }) => id === postingId);
      if (named) named.correctedAt = place;
    } else if (event.type === "InterestPosted") {
      const right = interestOf(balance, days, basisPoints);
      const id = event.metadata?.id ?? "";
      postings.push({
        id,
        place,
        days,
        basisPoints,
        paid: cents,
        shown,
        base: balance,
        right,
        correctedAt: null,
      });
      shown += cents;
      balance += right;
    }
  }
  return { postings, balance };
}

/** A returned event as it is compared; one that is no correction keeps only its type. */
export type Returned = { postingId: Json; cents: Json } | { type: Json };

/** What is compared of a result: its corrections, whatever their order and the other fields of their data. */
export function returnedEvents(result: Json): Json {
  if (!Array.isArray(result)) return null;
  const events = result.map((event): Returned => {
    if (!isObject(event) || event.type !== "InterestCorrected" || !isObject(event.data))
      return { type: isObject(event) ? (event.type ?? null) : null };
    return { postingId: event.data.postingId ?? null, cents: event.data.cents ?? null };
  });
  return events.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) as unknown as Json;
}
