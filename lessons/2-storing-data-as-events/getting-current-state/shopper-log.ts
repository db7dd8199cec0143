/** Sanjana's two orders as they lie in `course.shoppers`, key sanjana. Offsets are places in the list. */
export type ShopperEvent =
  | EventOf<"CartOpened" | "CheckedOut", Record<string, never>>
  | EventOf<"ItemAdded" | "ItemRemoved", { sku: string; qty: number }>;

interface EventOf<Type, Data> {
  type: Type;
  data: Data;
  metadata: { id: string; occurredAt: string };
}

const at = (id: string, time: string) => ({ id, occurredAt: `2026-03-${time}Z` });

export const shopperLog: ShopperEvent[] = [
  { type: "CartOpened", data: {}, metadata: at("s0", "04T18:02:10") },
  { type: "ItemAdded", data: { sku: "pants", qty: 2 }, metadata: at("s1", "04T18:03:40") },
  { type: "ItemAdded", data: { sku: "t-shirt", qty: 1 }, metadata: at("s2", "04T18:05:05") },
  { type: "ItemRemoved", data: { sku: "pants", qty: 1 }, metadata: at("s3", "04T18:06:30") },
  { type: "ItemAdded", data: { sku: "hat", qty: 1 }, metadata: at("s4", "04T18:09:12") },
  { type: "ItemRemoved", data: { sku: "scarf", qty: 1 }, metadata: at("s5", "04T18:10:02") },
  { type: "CheckedOut", data: {}, metadata: at("s6", "04T18:11:45") },
  { type: "CartOpened", data: {}, metadata: at("s7", "06T12:30:00") },
  { type: "ItemAdded", data: { sku: "socks", qty: 1 }, metadata: at("s8", "06T12:31:20") },
  { type: "CheckedOut", data: {}, metadata: at("s9", "06T12:33:05") },
];

/** "pants 2", or what a record without data says. */
export function wordsOf(event: ShopperEvent): string {
  if (event.type === "CartOpened") return "a new cart";
  if (event.type === "CheckedOut") return "paid";
  return `${event.data.sku} ${event.data.qty}`;
}

/** "Wed 18:03". */
export function timeOf({ metadata }: ShopperEvent): string {
  const day = metadata.occurredAt.startsWith("2026-03-04") ? "Wed" : "Fri";
  return `${day} ${metadata.occurredAt.slice(11, 16)}`;
}
