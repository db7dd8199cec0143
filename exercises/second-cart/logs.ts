import type { NewEvent } from "../../engine/fold/event.ts";
import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { hasEachRecordOnce } from "../../engine/grading/could-have-happened.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";

const form = { key: "sanjana", firstId: "s0", start: "2026-03-04T18:00:00Z" };

export const generated = {
  /** Up to 16 records of a shopper: one cart after the other, with removals that find nothing, or too little. */
  cases: (fc) => {
    const wish = fc.record({
      kind: weighted(fc, [8, "add"], [6, "remove"], [3, "check out"], [1, "open", "unknown"]),
      sku: fc.constantFrom("pants", "t-shirt", "hat"),
      qty: fc.constantFrom(1, 1, 2, 3),
    });
    return fc.array(wish, { minLength: 1, maxLength: 15, size: "max" }).map((wishes) => {
      const { records, write } = newLog(form);
      let open = false;
      for (const { kind, sku, qty } of wishes) {
        if (kind === "unknown") write("CouponShown", { code: "SPRING" });
        else if (kind === "open" || !open) {
          write("CartOpened", {});
          open = true;
        } else if (kind === "check out") {
          write("CheckedOut", {});
          open = false;
        } else write(kind === "add" ? "ItemAdded" : "ItemRemoved", { sku, qty });
      }
      return { records };
    });
  },
  /** Every record once, and nothing happens to a cart that is not open. */
  possible(log) {
    let open = false;
    return (
      hasEachRecordOnce(log) &&
      log.records.every(({ event }) => {
        const could = open || !needsOpenCart(event);
        if (event.type === "CartOpened") open = true;
        if (event.type === "CheckedOut") open = false;
        return could;
      })
    );
  },
} satisfies GeneratedLogs;

function needsOpenCart({ type }: NewEvent): boolean {
  return ["ItemAdded", "ItemRemoved", "CheckedOut"].includes(type);
}
