import type { Event } from "../../../engine/fold/event.ts";

/** Everything that was ever added. Nothing is subtracted. */
export function itemsWantedOf(events: Event[]): Record<string, number> {
  const wanted: Record<string, number> = {};
  for (const { type, data } of events) {
    if (type !== "ItemAdded") continue;
    const { sku, qty } = data as { sku: string; qty: number };
    wanted[sku] = (wanted[sku] ?? 0) + qty;
  }
  return wanted;
}
