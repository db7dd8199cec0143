import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { isInOrderOfTime } from "../../engine/grading/could-have-happened.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";
import { partsOf } from "../../engine/grading/message-parts.ts";

const form = { key: "", firstId: "k0", start: "2026-03-03T09:00:00Z" };

export const generated = {
  /** Mornings with up to 14 records of four carts. Nobody takes out more than a cart holds. */
  cases: (fc) => {
    const wish = fc.record({
      key: fc.constantFrom("cart-1", "cart-2", "cart-3", "cart-4"),
      kind: weighted(fc, [8, "add"], [5, "remove", "empty"], [1, "open", "check out", "view"]),
      sku: fc.constantFrom("pants", "socks", "hat"),
      qty: fc.integer({ min: 1, max: 3 }),
    });
    return fc.array(wish, { minLength: 1, maxLength: 14, size: "max" }).map((wishes) => {
      const { records, write } = newLog(form);
      const held: Record<string, number> = {};
      for (const { key, kind, sku, qty } of wishes) {
        const line = `${key} ${sku}`;
        const has = held[line] ?? 0;
        if ((kind === "remove" || kind === "empty") && has > 0) {
          const out = kind === "empty" ? has : Math.min(qty, has);
          write("ItemRemoved", { sku, qty: out });
          held[line] = has - out;
        } else if (kind === "open") write("CartOpened", { shopper: "sanjana" });
        else if (kind === "check out") write("CheckedOut", {});
        else if (kind === "view") write("ItemViewed", { sku });
        else {
          write("ItemAdded", { sku, qty });
          held[line] = has + qty;
        }
      }
      return { records: records.map((record, place) => ({ ...record, key: wishes[place]?.key ?? "" })) };
    });
  },
  possible(log) {
    const held: Record<string, number> = {};
    return (
      isInOrderOfTime(log) &&
      log.records.every(({ key, event }) => {
        const { sku, qty } = partsOf(event.data);
        const line = `${key} ${sku}`;
        const by = event.type === "ItemAdded" ? Number(qty) : event.type === "ItemRemoved" ? -Number(qty) : 0;
        held[line] = (held[line] ?? 0) + by;
        return held[line] >= 0;
      })
    );
  },
} satisfies GeneratedLogs;
