import type { NewEvent } from "../../engine/fold/event.ts";
import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";

interface Addition {
  id: string;
  sku: string;
  qty: number;
}

export const generated = {
  /** Mornings that could have happened in a shop: up to 14 records about one cart. */
  cases: (fc) => {
    // What a shopper or a colleague wants to do next.
    const wish = fc.record({
      kind: weighted(
        fc,
        [8, "add"],
        [5, "revert"],
        [3, "remove", "empty", "again"],
        [1, "unknown", "open", "check out"],
      ),
      sku: fc.constantFrom("pants", "t-shirt", "hat", "socks"),
      qty: fc.integer({ min: 1, max: 4 }),
      pick: fc.nat({ max: 13 }),
    });
    return fc.array(wish, { minLength: 1, maxLength: 14, size: "max" }).map((wishes) => {
      const { records, write } = newLog({ key: "cart-1", firstId: "e0", start: "2026-03-02T09:00:00Z" });
      const lines: Record<string, number> = {};
      const open: Addition[] = [];
      const reverted: string[] = [];
      const held = (sku: string) => lines[sku] ?? 0;
      const revert = (revertsId: string) =>
        write("AdditionReverted", { revertsId, reason: "not pressed by the shopper" });
      // Nobody takes out more than there is: a wish that cannot happen becomes an addition.
      for (const { kind, sku, qty, pick } of wishes) {
        const possible = open.filter((addition) => addition.qty <= held(addition.sku));
        const addition = possible[pick % possible.length];
        const again = reverted[pick % reverted.length];
        if ((kind === "remove" || kind === "empty") && held(sku) > 0) {
          const out = kind === "empty" ? held(sku) : Math.min(qty, held(sku));
          write("ItemRemoved", { sku, qty: out });
          lines[sku] = held(sku) - out;
        } else if (kind === "revert" && addition) {
          revert(addition.id);
          reverted.push(addition.id);
          open.splice(open.indexOf(addition), 1);
          lines[addition.sku] = held(addition.sku) - addition.qty;
        } else if (kind === "again" && again) revert(again);
        else if (kind === "unknown") revert(`x${pick}`);
        else if (kind === "open") write("CartOpened", { shopper: "sanjana" });
        else if (kind === "check out") write("CheckedOut", {});
        else {
          open.push({ id: write("ItemAdded", { sku, qty }), sku, qty });
          lines[sku] = held(sku) + qty;
        }
      }
      return { records };
    });
  },
  possible({ records }) {
    const lines: Record<string, number> = {};
    const open = new Map<string, Addition>();
    const named = new Set<string>();
    return records.every(({ event }) => {
      const { sku, qty, revertsId } = fields(event);
      const id = event.metadata?.id ?? "";
      if (event.type === "ItemAdded") {
        // A correction cannot have named an addition before it was there.
        if (qty < 1 || open.has(id) || named.has(id)) return false;
        open.set(id, { id, sku, qty });
        lines[sku] = (lines[sku] ?? 0) + qty;
      } else if (event.type === "ItemRemoved") {
        lines[sku] = (lines[sku] ?? 0) - qty;
        return qty >= 1 && lines[sku] >= 0;
      } else if (event.type === "AdditionReverted") {
        const addition = named.has(revertsId) ? undefined : open.get(revertsId);
        named.add(revertsId);
        if (addition) lines[addition.sku] = (lines[addition.sku] ?? 0) - addition.qty;
        return !addition || (lines[addition.sku] ?? 0) >= 0;
      }
      return true;
    });
  },
} satisfies GeneratedLogs;

function fields({ data }: NewEvent): { sku: string; qty: number; revertsId: string } {
  return { sku: "", qty: 0, revertsId: "", ...(data as object) };
}
