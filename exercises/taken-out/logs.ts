import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { hasEachRecordOnce } from "../../engine/grading/could-have-happened.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";

const minute = 60_000;

export const generated = {
  /** Up to 12 records about one cart. Some happened up to half an hour before Kafka got them. */
  cases: (fc) => {
    const wish = fc.record({
      type: weighted(
        fc,
        [5, "ItemAdded"],
        [4, "ItemRemoved"],
        [1, "CartOpened", "CheckedOut", "CouponShown"],
      ),
      sku: fc.constantFrom("pants", "t-shirt", "hat"),
      qty: fc.constantFrom(1, 1, 2, 3),
      late: fc.constantFrom(0, 0, 0, 7, 30),
    });
    return fc.array(wish, { minLength: 1, maxLength: 12, size: "max" }).map((wishes) => {
      const start = "2026-05-11T17:40:00Z";
      const { records, write } = newLog({ key: "cart-5", firstId: "p0", start });
      const recorded = (place: number) => Date.parse(start) + 5 * place * minute;
      for (const [place, { type, sku, qty, late }] of wishes.entries())
        write(type, type.startsWith("Item") ? { sku, qty } : {}, recorded(place) - late * minute);
      return { records: records.map((record, place) => ({ ...record, timestamp: recorded(place) })) };
    });
  },
  possible: hasEachRecordOnce,
} satisfies GeneratedLogs;
