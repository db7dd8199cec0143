/** A shopper's morning: six records, small enough to fold in the head. */
export interface CartRecord {
  time: string;
  type: "CartOpened" | "ItemAdded" | "ItemRemoved" | "CheckedOut";
  sku?: string;
  qty?: number;
}

export type Cart = Record<string, number>;

export const exampleRecords: CartRecord[] = [
  { time: "09:00", type: "CartOpened" },
  { time: "09:01", type: "ItemAdded", sku: "pants", qty: 2 },
  { time: "09:02", type: "ItemAdded", sku: "hat", qty: 1 },
  { time: "09:06", type: "ItemRemoved", sku: "pants", qty: 1 },
  { time: "09:08", type: "ItemRemoved", sku: "hat", qty: 1 },
  { time: "09:11", type: "CheckedOut" },
];

/** One step of the fold. A line that reaches zero disappears from the cart. */
export function evolve(cart: Cart, { type, sku = "", qty = 0 }: CartRecord): Cart {
  if (type !== "ItemAdded" && type !== "ItemRemoved") return cart;
  const held = (cart[sku] ?? 0) + (type === "ItemAdded" ? qty : -qty);
  if (held > 0) return { ...cart, [sku]: held };
  const { [sku]: _gone, ...others } = cart;
  return others;
}

/** The cart after the first `count` records. */
export function cartAfter(count: number): Cart {
  return exampleRecords.slice(0, count).reduce(evolve, {});
}

/** "pants 1, hat 1"; empty for an empty cart. */
export function describeCart(cart: Cart): string {
  return Object.entries(cart)
    .map(([sku, qty]) => `${sku} ${qty}`)
    .join(", ");
}

/** "pants 2", or empty for a record about no thing. */
export function wordsOf({ sku, qty }: CartRecord): string {
  return sku === undefined ? "" : `${sku} ${qty}`;
}

export function saysRecord(record: CartRecord): string {
  return [record.type, wordsOf(record)].filter(Boolean).join(", ");
}
