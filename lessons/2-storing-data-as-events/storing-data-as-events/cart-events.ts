/** The events of Sanjana's cart as they are in `course.priced-carts`, and what they come to. Offsets are places in the list. */
export type CartEvent =
  | EventOf<"CartOpened", { shopper: string }>
  | EventOf<"ItemAdded", { sku: string; qty: number; unitPriceCents: number }>
  | EventOf<"ItemRemoved", { sku: string; qty: number }>
  | EventOf<"ItemWithdrawn", { sku: string; qty: number; reason: string }>;

interface EventOf<Type, Data> {
  type: Type;
  data: Data;
  metadata: { id: string; occurredAt: string };
}

export type Lines = Record<string, { qty: number; unitPriceCents: number }>;

const at = (id: string, occurredAt: string) => ({ id, occurredAt: `2026-${occurredAt}Z` });
const damaged = "damaged in the store";

export const exampleEvents: CartEvent[] = [
  { type: "CartOpened", data: { shopper: "sanjana" }, metadata: at("e0", "02-27T18:00:00") },
  {
    type: "ItemAdded",
    data: { sku: "t-shirt", qty: 1, unitPriceCents: 1200 },
    metadata: at("e1", "02-27T18:02:14"),
  },
  {
    type: "ItemAdded",
    data: { sku: "hat", qty: 2, unitPriceCents: 900 },
    metadata: at("e2", "02-27T18:03:40"),
  },
  {
    type: "ItemWithdrawn",
    data: { sku: "hat", qty: 1, reason: damaged },
    metadata: at("e3", "03-02T07:15:00"),
  },
  {
    type: "ItemAdded",
    data: { sku: "t-shirt", qty: 2, unitPriceCents: 1500 },
    metadata: at("e4", "03-03T20:10:05"),
  },
  { type: "ItemRemoved", data: { sku: "hat", qty: 1 }, metadata: at("e5", "03-03T20:11:30") },
  {
    type: "ItemAdded",
    data: { sku: "socks", qty: 1, unitPriceCents: 400 },
    metadata: at("e6", "03-03T20:12:02"),
  },
  { type: "ItemRemoved", data: { sku: "t-shirt", qty: 2 }, metadata: at("e7", "03-03T20:14:47") },
];

/** The lines of the cart after these events. */
export function linesAfter(events: CartEvent[]): Lines {
  const lines: Lines = {};
  for (const event of events) {
    if (event.type === "CartOpened") continue;
    const { sku, qty } = event.data;
    const line = lines[sku] ?? { qty: 0, unitPriceCents: 0 };
    const left = line.qty + (event.type === "ItemAdded" ? qty : -qty);
    const unitPriceCents = event.type === "ItemAdded" ? event.data.unitPriceCents : line.unitPriceCents;
    if (left > 0) lines[sku] = { qty: left, unitPriceCents };
    else delete lines[sku];
  }
  return lines;
}

/** "27 Feb 18:02". */
export function timeOf({ metadata }: CartEvent): string {
  const [, month = "", day = "", time] = /^\d+-(\d+)-(\d+)T(\d+:\d+)/.exec(metadata.occurredAt) ?? [];
  return `${Number(day)} ${month === "02" ? "Feb" : "Mar"} ${time}`;
}

/** "15.00". */
export function price(cents: number): string {
  return (cents / 100).toFixed(2);
}
