import type { Event } from "../../../engine/fold/event.ts";

type Counts = Record<string, number>;

const pieceOf = ({ data }: Event) => data as { sku: string; qty: number };

/** The lines that the cart page shows. */
export function cartLinesOf(events: Event[]): Counts {
  let lines: Counts = {};
  for (const event of events) {
    if (event.type === "CartCleared") lines = {};
    if (event.type === "ItemAdded") add(lines, pieceOf(event).sku, pieceOf(event).qty);
    if (event.type === "ItemRemoved") add(lines, pieceOf(event).sku, -pieceOf(event).qty);
  }
  return lines;
}

/** Everything that was ever added. Nothing is subtracted. */
export function itemsWantedOf(events: Event[]): Counts {
  const wanted: Counts = {};
  for (const event of events)
    if (event.type === "ItemAdded") add(wanted, pieceOf(event).sku, pieceOf(event).qty);
  return wanted;
}

/** A line that reaches zero disappears. */
function add(counts: Counts, sku: string, qty: number): void {
  const count = (counts[sku] ?? 0) + qty;
  if (count > 0) counts[sku] = count;
  else delete counts[sku];
}
