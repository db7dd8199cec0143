import type { Arbitrary } from "fast-check";
import type { Command } from "../../engine/fold/trace.ts";
import type { Case, GeneratedLogs } from "../../engine/grading/checks.ts";
import { recordsOf } from "../../engine/grading/generated-records.ts";

interface Happening {
  type: string;
  data: { sku?: string; qty?: number; unitPriceCents?: number; reason?: string; shopper?: string };
}

const form = { key: "cart-12", firstId: "e0", start: "2026-02-20T10:00:00Z" };
const skus = ["t-shirt", "hat", "socks", "pants"];

/** Keeps what can have happened, in order: nothing is taken out that is not in the cart. */
function happened(wished: Happening[]): Happening[] {
  const held: Record<string, number> = {};
  return wished.filter(({ type, data: { sku = "", qty = 0 } }) => {
    const by = type === "ItemAdded" ? qty : -qty;
    if (type !== "ItemAdded" && type !== "ItemRemoved" && type !== "ItemWithdrawn") return true;
    if ((held[sku] ?? 0) + by < 0) return false;
    held[sku] = (held[sku] ?? 0) + by;
    return true;
  });
}

export const generated = {
  /** Carts with up to eight records, at prices that are no longer in the list, and up to six saved numbers. */
  cases: (fc) => {
    const sku = fc.constantFrom(...skus);
    const qty = fc.integer({ min: 1, max: 3 });
    const added = fc.record({ sku, qty, unitPriceCents: fc.constantFrom(350, 800, 1200, 3500) });
    const past: Arbitrary<Happening> = fc.oneof(
      { weight: 6, arbitrary: added.map((data) => ({ type: "ItemAdded", data })) },
      { weight: 2, arbitrary: fc.record({ sku, qty }).map((data) => ({ type: "ItemRemoved", data })) },
      {
        weight: 2,
        arbitrary: fc
          .record({ sku, qty, reason: fc.constant("sold out") })
          .map((data) => ({ type: "ItemWithdrawn", data })),
      },
      { weight: 1, arbitrary: fc.record({ sku, qty }).map((data) => ({ type: "ItemReserved", data })) },
      { weight: 1, arbitrary: fc.constant({ type: "CartOpened", data: { shopper: "sanjana" } }) },
    );
    const command: Arbitrary<Command> = fc
      .record({ sku, qty: fc.nat({ max: 4 }) })
      .map((data) => ({ type: "SetQuantity", data }));
    return fc.record({
      records: fc
        .array(past, { maxLength: 8, size: "max" })
        .map((wished) => recordsOf(form, happened(wished))),
      commands: fc.array(command, { maxLength: 6, size: "max" }),
    });
  },
  possible({ records }: Case) {
    const wished = records.map(({ event }) => event as unknown as Happening);
    return happened(wished).length === wished.length;
  },
} satisfies GeneratedLogs;
