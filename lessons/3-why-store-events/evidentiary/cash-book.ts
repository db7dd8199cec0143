import type { NewEvent } from "../../../engine/fold/event.ts";
import type { JsonObject } from "../../../engine/fold/json.ts";
import { noSeal, type SealedEvent, seal, sealFor } from "../../../exercises/sealed-ledger/domain.ts";

const written: [type: string, occurredAt: string, data: JsonObject][] = [
  ["CashReceived", "2026-01-12T18:05:00Z", { amountCents: 60_000, by: "tom", from: "members" }],
  ["CashPaid", "2026-02-03T09:40:00Z", { amountCents: 1_240, by: "tom", to: "post office" }],
  ["CashReceived", "2026-03-20T16:15:00Z", { from: "boat hire", amountCents: 15_000, by: "lena" }],
  ["CashPaid", "2026-05-08T11:30:00Z", { amountCents: 8_990, by: "lena", to: "paint shop" }],
  ["CashPaid", "2026-06-27T20:10:00Z", { amountCents: 8_000, by: "tom", to: "caterer" }],
  ["CashReceived", "2026-07-02T10:00:00Z", { amountCents: 23_550, by: "lena", from: "summer party" }],
  ["CashPaid", "2026-09-15T17:25:00Z", { amountCents: 4_300, by: "tom", to: "printer" }],
  ["CashPaid", "2026-11-30T12:00:00Z", { amountCents: 2_750, by: "lena", to: "post office" }],
];

/** Where the amount was changed, and to what. */
export const changed = { offset: 4, amountCents: 28_000 };

/** The cash book as it was written: eight records, each linked to the one before and sealed. */
export const cashBook: SealedEvent[] = sealAgain(
  written.map(([type, occurredAt, data], offset) => ({
    type,
    data,
    metadata: { id: `c${offset}`, occurredAt },
  })),
  0,
  written.length,
);

/** The last seal as it was written. Nadia got it by e-mail on 31 December. */
export const notedSeal = String(cashBook.at(-1)?.data.seal);

/** What somebody did to the cash book who wants it to look as if nothing had happened. */
export interface Forgery {
  changesAmount: boolean;
  /** How many records were sealed again, from the changed one on. */
  sealsAgain: number;
  cutsEnd: boolean;
}

export const nothing: Forgery = { changesAmount: false, sealsAgain: 0, cutsEnd: false };

export function forge({ changesAmount, sealsAgain, cutsEnd }: Forgery): SealedEvent[] {
  const { offset, amountCents } = changed;
  const book = cashBook.map((record, at) =>
    at === offset && changesAmount ? { ...record, data: { ...record.data, amountCents } } : record,
  );
  const sealed = sealAgain(book, offset, sealsAgain);
  return cutsEnd ? sealed.slice(0, -1) : sealed;
}

/** Gives `count` records new links and seals, from an offset on. */
function sealAgain(book: NewEvent[], from: number, count: number): SealedEvent[] {
  const result: SealedEvent[] = [];
  for (const [at, event] of book.entries()) {
    const previous = String(result.at(-1)?.data.seal ?? noSeal);
    result.push(at >= from && at < from + count ? seal(event, previous) : (event as SealedEvent));
  }
  return result;
}

/** Whether each record is linked to the one before, and whether its seal belongs to its fields. */
export function judge(book: SealedEvent[]): { isLinked: boolean; isSealed: boolean }[] {
  return book.map(({ type, data, metadata }, at) => ({
    isLinked: data.previous === (book[at - 1]?.data.seal ?? noSeal),
    isSealed: data.seal === sealFor(type, metadata?.occurredAt ?? "", data),
  }));
}

/** The first offset at which the chain breaks; null where it does not. */
export function brokenAt(book: SealedEvent[]): number | null {
  const at = judge(book).findIndex(({ isLinked, isSealed }) => !isLinked || !isSealed);
  return at < 0 ? null : at;
}

/** What is in the box, in cents. */
export function balanceOf(book: SealedEvent[]): number {
  return book.reduce(
    (sum, { type, data }) => sum + (type === "CashPaid" ? -1 : 1) * Number(data.amountCents),
    0,
  );
}

/** "280.00". */
export const euros = (cents: number): string => (cents / 100).toFixed(2);
