import { timeOf, type VisitRecord } from "./visits.ts";

/** What the figure's fold knows of one cart. */
export interface Interest {
  /** How often each item was put in or taken out. */
  touches: Record<string, number>;
  /** Items that were taken out again at most a minute after their newest addition: how often. */
  hesitations: Record<string, number>;
  /** What is in the cart. */
  held: Record<string, number>;
  /** The time of the newest addition of an item that nobody has taken out since, in milliseconds since 1970. */
  added: Record<string, number>;
}

export const noInterest: Interest = { touches: {}, hesitations: {}, held: {}, added: {} };

const minute = 60_000;

/** The interest meter: a fold over the records of one cart. */
export function evolveInterest(interest: Interest, record: VisitRecord): Interest {
  const { type, sku, qty = 0 } = record;
  if (sku === undefined) return interest;
  const touches = plus(interest.touches, sku, 1);
  if (type === "ItemAdded")
    return {
      ...interest,
      touches,
      held: plus(interest.held, sku, qty),
      added: { ...interest.added, [sku]: timeOf(record) },
    };
  const { [sku]: since, ...added } = interest.added;
  const isSoon = since !== undefined && timeOf(record) - since <= minute;
  const hesitations = isSoon ? plus(interest.hesitations, sku, 1) : interest.hesitations;
  return { touches, hesitations, held: plus(interest.held, sku, -qty), added };
}

export function interestAfter(records: VisitRecord[]): Interest {
  return records.reduce(evolveInterest, noInterest);
}

function plus(counts: Record<string, number>, sku: string, by: number): Record<string, number> {
  return { ...counts, [sku]: (counts[sku] ?? 0) + by };
}
