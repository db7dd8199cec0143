import type { NewEvent } from "../../engine/fold/event.ts";

type ShopEvent = Pick<NewEvent, "type" | "data" | "metadata">;

/** An item's time in a cart: the place of the record that put it in, the one that took it out, and its price then. */
export interface Stay {
  sku: string;
  from: number;
  to: number | null;
  cents: number;
}

/** All that happened to a cart; `checkedOut` is the place of that record. */
export interface CartHistory {
  cart: string;
  opened: number | null;
  checkedOut: number | null;
  stays: Stay[];
}

interface Data {
  cart?: string;
  sku: string;
  cents: number;
}

/** What happened to each cart, by its name, in the order of the first record. Places are those of the list. */
export function cartHistories(events: ShopEvent[]): Map<string, CartHistory> {
  const carts = new Map<string, CartHistory>();
  for (const [place, { type, data }] of events.entries()) {
    const { cart, sku, cents } = data as unknown as Data;
    if (cart === undefined) continue;
    const history = carts.get(cart) ?? { cart, opened: null, checkedOut: null, stays: [] };
    carts.set(cart, history);
    if (type === "CartOpened") history.opened = place;
    if (type === "CheckedOut") history.checkedOut = place;
    if (type === "ItemAdded") history.stays.push({ sku, from: place, to: null, cents });
    if (type === "ItemRemoved") {
      const stay = history.stays.findLast((one) => one.sku === sku && one.to === null);
      if (stay) stay.to = place;
    }
  }
  return carts;
}

/** The items that a cart once held and holds no more. */
export function abandonedItems({ stays }: CartHistory): string[] {
  const held = stays.filter(({ to }) => to === null).map(({ sku }) => sku);
  return [...new Set(stays.map(({ sku }) => sku))].filter((sku) => !held.includes(sku));
}

/** When a record happened, in minutes since 1970. */
export function minuteOf(event: ShopEvent | undefined): number {
  return Date.parse(event?.metadata?.occurredAt ?? "") / 60_000;
}
