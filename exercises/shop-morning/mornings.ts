import type { Case, GeneratedLogs } from "../../engine/grading/checks.ts";
import { isInOrderOfTime } from "../../engine/grading/could-have-happened.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";

export const skus = ["hat", "socks", "t-shirt", "pants", "scarf"] as const;
export type Sku = (typeof skus)[number];

/** What somebody in the shop does next; `cart` and `price` choose one that is there. */
export interface Wish {
  kind: "open" | "add" | "remove" | "check out" | "price";
  cart: number;
  sku: Sku;
  price: number;
  minutes: number;
}

const prices = [400, 1_500, 1_900];
const atTheStart = 1_500;
const openAtOnce = 3;
const start = "2026-03-02T09:00:00Z";

/**
 * A morning in a shop with at most three open carts, which fill, empty and check out while prices change. A wish that
 * cannot happen becomes an addition, or a new cart.
 */
export function morningRecords(wishes: Wish[]): Case["records"] {
  const { records, write } = newLog({ key: "shop-south", firstId: "s0", start });
  const price = new Map<string, number>();
  const carts: { cart: string; items: Set<string> }[] = [];
  let opened = 0;
  let time = Date.parse(start);
  for (const wish of wishes) {
    time += wish.minutes * 60_000;
    const chosen = carts[wish.cart % carts.length];
    const { sku } = wish;
    const now = price.get(sku) ?? atTheStart;
    if (wish.kind === "price") {
      const cents = prices.filter((other) => other !== now)[wish.price % 2] as number;
      price.set(sku, cents);
      write("PriceChanged", { sku, cents }, time);
    } else if (!chosen || (wish.kind === "open" && carts.length < openAtOnce)) {
      const cart = `c${++opened}`;
      carts.push({ cart, items: new Set() });
      write("CartOpened", { cart, shopper: "sanjana" }, time);
    } else if (wish.kind === "check out" && chosen.items.size > 0) {
      carts.splice(carts.indexOf(chosen), 1);
      write("CheckedOut", { cart: chosen.cart }, time);
    } else if (chosen.items.has(sku)) {
      chosen.items.delete(sku);
      write("ItemRemoved", { cart: chosen.cart, sku }, time);
    } else {
      chosen.items.add(sku);
      write("ItemAdded", { cart: chosen.cart, sku, cents: now }, time);
    }
  }
  return records;
}

export const generated = {
  /** Up to 22 records. */
  cases: (fc) =>
    fc
      .array(
        fc.record({
          kind: weighted(fc, [6, "add"], [5, "remove"], [4, "check out"], [2, "open", "price"]),
          cart: fc.nat({ max: 2 }),
          sku: fc.constantFrom(...skus.slice(0, 3)),
          price: fc.nat({ max: 1 }),
          minutes: fc.integer({ min: 1, max: 25 }),
        }),
        { minLength: 1, maxLength: 22, size: "max" },
      )
      .map((wishes) => ({ records: morningRecords(wishes) })),
  /** Records in order; what is taken out was in, what is bought was open, and a price is the last one that was said. */
  possible(log) {
    const price = new Map<string, number>();
    const carts = new Map<string, Set<string>>();
    const gone = new Set<string>();
    return (
      isInOrderOfTime(log) &&
      log.records.every(({ event: { type, data } }) => {
        const { cart = "", sku = "", cents = 0 } = data as { cart?: string; sku?: string; cents?: number };
        const items = carts.get(cart) ?? new Set();
        carts.set(cart, items);
        if (gone.has(cart)) return false;
        if (type === "CheckedOut") gone.add(cart);
        if (type === "CheckedOut") return items.size > 0;
        if (type === "ItemRemoved") return items.delete(sku);
        if (type !== "ItemAdded" && type !== "PriceChanged") return true;
        const known = price.get(sku) ?? cents;
        price.set(sku, cents);
        if (type === "PriceChanged") return true;
        const isNew = !items.has(sku);
        items.add(sku);
        return isNew && known === cents;
      })
    );
  },
} satisfies GeneratedLogs;
