/** The sixteen records of `course.open-carts`, in the order of their times. */
export interface CartRecord {
  key: string;
  type: "CartOpened" | "ItemAdded" | "ItemRemoved" | "CheckedOut";
  /** Hours and minutes, such as "09:02". */
  time: string;
  sku?: string;
  qty?: number;
}

export interface Cart {
  lines: Record<string, number>;
  status: "open" | "checked out";
}

const opened = (key: string, time: string): CartRecord => ({ key, type: "CartOpened", time });
const added = (key: string, time: string, sku: string, qty: number): CartRecord => ({
  key,
  type: "ItemAdded",
  time,
  sku,
  qty,
});
const removed = (key: string, time: string, sku: string, qty: number): CartRecord => ({
  key,
  type: "ItemRemoved",
  time,
  sku,
  qty,
});
const checkedOut = (key: string, time: string): CartRecord => ({ key, type: "CheckedOut", time });

export const cartRecords: CartRecord[] = [
  opened("cart-1", "09:00"),
  opened("cart-2", "09:00"),
  added("cart-1", "09:01", "pants", 2),
  opened("cart-3", "09:02"),
  added("cart-2", "09:03", "socks", 3),
  added("cart-3", "09:03", "t-shirt", 1),
  opened("cart-4", "09:04"),
  added("cart-1", "09:05", "hat", 1),
  added("cart-4", "09:06", "pants", 2),
  added("cart-3", "09:07", "socks", 2),
  removed("cart-1", "09:08", "pants", 1),
  removed("cart-2", "09:09", "socks", 1),
  removed("cart-4", "09:10", "pants", 1),
  added("cart-2", "09:11", "hat", 1),
  checkedOut("cart-1", "09:12"),
  checkedOut("cart-3", "09:13"),
];

/** The carts of the topic, in the order in which they were opened. */
export const cartKeys = ["cart-1", "cart-2", "cart-3", "cart-4"];

const emptyCart: Cart = { lines: {}, status: "open" };

/** A fold by key over some of the records, in their order: what the exercise's solution does, and the status. */
export function foldByKey(records: CartRecord[]): Record<string, Cart> {
  const carts: Record<string, Cart> = {};
  for (const record of records) carts[record.key] = evolveCart(carts[record.key] ?? emptyCart, record);
  return carts;
}

function evolveCart(cart: Cart, { type, sku = "", qty = 0 }: CartRecord): Cart {
  if (type === "CheckedOut") return { ...cart, status: "checked out" };
  if (type === "ItemAdded") return { ...cart, lines: { ...cart.lines, [sku]: (cart.lines[sku] ?? 0) + qty } };
  if (type === "ItemRemoved") {
    const { [sku]: held = 0, ...others } = cart.lines;
    return { ...cart, lines: held > qty ? { ...cart.lines, [sku]: held - qty } : others };
  }
  return cart;
}

/** "pants 2, hat 1; checked out" */
export function describeCart({ lines, status }: Cart): string {
  const items = Object.entries(lines).map(([sku, qty]) => `${sku} ${qty}`);
  return `${items.join(", ") || "empty"}; ${status}`;
}

/** "+2 pants" */
export function describeRecord({ type, sku, qty }: CartRecord): string {
  if (type === "ItemAdded") return `+${qty} ${sku}`;
  if (type === "ItemRemoved") return `−${qty} ${sku}`;
  return type === "CartOpened" ? "opened" : "checked out";
}
