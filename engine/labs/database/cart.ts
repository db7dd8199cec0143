import type { SessionName } from "./interleavings.ts";

/** The same action as an event: what the session means, instead of what the row becomes. */
export interface CartEvent {
  type: "ItemAdded";
  data: { sku: string; qty: number };
}

/** An event, and who appended it; null: it was there before. */
export interface AppendedEvent {
  session: SessionName | null;
  event: CartEvent;
}

/** Pieces by article: the fold of the log beside the table. The order of additions does not matter to it. */
export function foldCart(events: readonly CartEvent[]): Record<string, number> {
  const cart: Record<string, number> = {};
  for (const { data } of events) cart[data.sku] = (cart[data.sku] ?? 0) + data.qty;
  return cart;
}
