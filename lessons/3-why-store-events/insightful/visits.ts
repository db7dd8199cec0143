/** The nineteen records of `course.visits`: what three shoppers did in one morning. */
export interface VisitRecord {
  offset: number;
  cart: string;
  type: "CartOpened" | "ItemAdded" | "ItemRemoved" | "CheckedOut";
  /** Hours, minutes and seconds, such as "10:00:30". */
  time: string;
  sku?: string;
  qty?: number;
}

type Line = [cart: string, type: VisitRecord["type"], time: string, sku?: string, qty?: number];

const lines: Line[] = [
  ["cart-21", "CartOpened", "10:00:00"],
  ["cart-21", "ItemAdded", "10:00:10", "pants", 1],
  ["cart-22", "CartOpened", "10:00:25"],
  ["cart-21", "ItemRemoved", "10:00:30", "pants", 1],
  ["cart-21", "ItemAdded", "10:00:50", "hat", 1],
  ["cart-22", "ItemAdded", "10:01:15", "pants", 2],
  ["cart-22", "ItemAdded", "10:01:40", "hat", 1],
  ["cart-21", "ItemRemoved", "10:01:51", "hat", 1],
  ["cart-22", "ItemRemoved", "10:02:15", "pants", 2],
  ["cart-21", "ItemAdded", "10:02:40", "t-shirt", 1],
  ["cart-23", "CartOpened", "10:03:00"],
  ["cart-23", "ItemAdded", "10:03:05", "pants", 1],
  ["cart-21", "CheckedOut", "10:03:20"],
  ["cart-23", "ItemAdded", "10:03:50", "pants", 1],
  ["cart-23", "ItemRemoved", "10:04:25", "pants", 1],
  ["cart-23", "ItemRemoved", "10:04:40", "pants", 1],
  ["cart-22", "CheckedOut", "10:05:00"],
  ["cart-23", "ItemAdded", "10:05:20", "socks", 2],
  ["cart-23", "CheckedOut", "10:06:00"],
];

export const visitRecords: VisitRecord[] = lines.map(([cart, type, time, sku, qty], offset) => ({
  offset,
  cart,
  type,
  time,
  ...(sku !== undefined && { sku, qty }),
}));

export const shoppers = [
  { name: "Sanjana", cart: "cart-21" },
  { name: "Bob", cart: "cart-22" },
  { name: "Yeva", cart: "cart-23" },
] as const;

/** In milliseconds since 1970. */
export function timeOf({ time }: VisitRecord): number {
  return Date.parse(`2026-03-09T${time}Z`);
}

export function recordsOf(cart: string): VisitRecord[] {
  return visitRecords.filter((record) => record.cart === cart);
}

/** "+2 pants", "checked out": what a record did. */
export function describeRecord({ type, sku, qty }: VisitRecord): string {
  if (type === "ItemAdded") return `+${qty} ${sku}`;
  if (type === "ItemRemoved") return `−${qty} ${sku}`;
  return type === "CartOpened" ? "cart opened" : "checked out";
}
