import type { Json } from "../../engine/fold/json.ts";
import type { Case, GeneratedLogs } from "../../engine/grading/checks.ts";
import { isInOrderOfTime } from "../../engine/grading/could-have-happened.ts";
import { weighted } from "../../engine/grading/generated-records.ts";
import { partsOf } from "../../engine/grading/message-parts.ts";

interface Click {
  cart: string;
  type: string;
  sku: string;
  qty: number;
  /** Seconds after ten o'clock. */
  at: number;
  /** Seconds until Kafka got the record, where that took a while. */
  delay?: number;
}

const start = Date.parse("2026-03-09T10:00:00Z");

export function caseOf(clicks: Click[]): Case {
  return {
    records: clicks.map(({ cart, type, sku, qty, at, delay = 0 }, place) => {
      const time = start + at * 1000;
      const occurredAt = new Date(time).toISOString().replace(".000", "");
      const data: Json =
        type === "CheckedOut" ? {} : type === "CartOpened" ? { shopper: "yeva" } : { sku, qty };
      const event = { type, data, metadata: { id: `v${place}`, occurredAt } };
      return { key: cart, event, ...(delay > 0 && { timestamp: time + delay * 1000 }) };
    }),
  };
}

/** A phone without connection sends both records of a pair later, at the same moment. */
export const cornerCases: Case[] = [
  caseOf([
    { cart: "cart-24", type: "ItemAdded", sku: "hat", qty: 1, at: 0, delay: 1_800 },
    { cart: "cart-24", type: "ItemRemoved", sku: "hat", qty: 1, at: 300, delay: 1_500 },
    { cart: "cart-24", type: "ItemAdded", sku: "pants", qty: 1, at: 310, delay: 1_490 },
    { cart: "cart-24", type: "ItemRemoved", sku: "pants", qty: 1, at: 340, delay: 1_460 },
  ]),
];

export const generated = {
  /** Up to 14 clicks in three carts; the time between two of a pair is often exactly a minute. Nobody takes out more than there is. */
  cases: (fc) => {
    const click = fc.record({
      cart: fc.constantFrom("cart-21", "cart-21", "cart-22"),
      type: weighted(fc, [6, "ItemAdded"], [6, "ItemRemoved"], [1, "CartOpened", "CheckedOut", "ItemViewed"]),
      sku: fc.constantFrom("pants", "pants", "hat"),
      qty: fc.integer({ min: 1, max: 3 }),
      gap: fc.constantFrom(0, 1, 20, 30, 60, 61),
    });
    return fc.array(click, { minLength: 1, maxLength: 14, size: "max" }).map((drawn) => {
      const held: Record<string, number> = {};
      let at = 0;
      return caseOf(
        drawn.map(({ cart, type: wanted, sku, qty: drawnQty, gap }) => {
          at += gap;
          const line = `${cart} ${sku}`;
          const has = held[line] ?? 0;
          const type = wanted === "ItemRemoved" && has === 0 ? "ItemAdded" : wanted;
          const qty = type === "ItemRemoved" ? Math.min(drawnQty, has) : drawnQty;
          held[line] = has + (type === "ItemAdded" ? qty : type === "ItemRemoved" ? -qty : 0);
          return { cart, type, sku, qty, at };
        }),
      );
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
