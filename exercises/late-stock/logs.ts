import type { Event, NewEvent } from "../../engine/fold/event.ts";
import type { Case, GeneratedLogs } from "../../engine/grading/checks.ts";
import { hasEachRecordOnce } from "../../engine/grading/could-have-happened.ts";

/** What a device may tell, and when it happened. */
export interface Happening {
  type: string;
  sku: string;
  qty: number;
  /** In steps of ten minutes after six in the morning. */
  moment: number;
}

/** The data of an event of these logs; they are ours, so a missing field is a mistake of ours. */
export const goodsIn = ({ data }: NewEvent) => data as unknown as { sku: string; qty: number };

export const isMovement = ({ type }: NewEvent) => type === "GoodsDelivered" || type === "GoodsSold";

/** The newest count of these goods in a log: the one with the latest time, of equal ones the last. */
export function newestCount(log: Event[], sku: string): Event | undefined {
  const counts = log.filter((event) => event.type === "StockCounted" && goodsIn(event).sku === sku);
  return counts.reduce<Event | undefined>(
    (newest, each) => (newest && timeOf(newest) > timeOf(each) ? newest : each),
    undefined,
  );
}

export function timeOf({ metadata }: NewEvent): string {
  return metadata?.occurredAt ?? "";
}

/** Happenings as records, in the order in which they reach the log. Each kind of event has its own device. */
export function caseOf(happenings: Happening[]): Case {
  const devices: Record<string, string> = { GoodsDelivered: "dock", StockCounted: "clipboard" };
  return {
    records: happenings.map(({ type, sku, qty, moment }, at) => {
      const time = new Date(Date.UTC(2026, 8, 14, 6, 10 * moment));
      // Whole seconds, as in the exercise's log.
      const occurredAt = time.toISOString().replace(".000", "");
      const key = devices[type] ?? `till-${1 + (at % 2)}`;
      return { key, event: { type, data: { sku, qty }, metadata: { id: `kg-${101 + at}`, occurredAt } } };
    }),
  };
}

export const generated = {
  /** Some hours of a shop, up to 14 records in any order: few moments, so that two often share one. */
  cases: (fc) => {
    const movement = fc.record({
      type: fc.constantFrom("GoodsDelivered", "GoodsSold", "GoodsSold"),
      sku: fc.constantFrom("oat-milk", "candles", "teabags"),
      qty: fc.integer({ min: 1, max: 9 }),
      moment: fc.nat({ max: 11 }),
    });
    const count = fc.record({
      type: fc.constant("StockCounted"),
      sku: fc.constantFrom("oat-milk", "candles"),
      qty: fc.integer({ min: 0, max: 30 }),
      moment: fc.nat({ max: 11 }),
    });
    const happening = fc.oneof<{ weight: number; arbitrary: import("fast-check").Arbitrary<Happening> }[]>(
      { weight: 7, arbitrary: movement },
      { weight: 4, arbitrary: count },
      { weight: 1, arbitrary: movement.map((each) => ({ ...each, type: "PriceChanged" })) },
    );
    return fc.array(happening, { minLength: 1, maxLength: 14, size: "max" }).map(caseOf);
  },
  /**
   * Every name once, counts by the clipboard alone, nothing sold by the minus. When a record arrives is open, and nobody
   * wonders about goods that are sold before a delivery is heard of.
   */
  possible: (log) =>
    hasEachRecordOnce(log) &&
    log.records.every(
      ({ key, event }) =>
        (event.type === "StockCounted") === (key === "clipboard") &&
        (goodsIn(event).qty > 0 || !isMovement(event)),
    ),
} satisfies GeneratedLogs;
