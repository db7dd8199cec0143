import { type OpenLog, openRecords } from "./playground-log.ts";

const topic = "a-small-cart";
const cart = "cart-7";
const events = [
  ["CartOpened", { shopper: "sanjana" }],
  ["ItemAdded", { sku: "pants", qty: 2 }],
  ["ItemAdded", { sku: "hat", qty: 1 }],
  ["ItemRemoved", { sku: "pants", qty: 1 }],
  ["ItemRemoved", { sku: "hat", qty: 1 }],
  ["CheckedOut", {}],
] as const;
const opened = Date.UTC(2026, 2, 2, 9, 0);

/** What a first visitor finds on the tape: six records, small enough to fold in the head. */
export function firstLog(): OpenLog {
  const records = events.map(([type, data], offset) => ({
    position: { topic, partition: 0, offset },
    timestamp: opened + offset * 60_000,
    key: cart,
    headers: {},
    value: JSON.stringify({ type, data }),
  }));
  return openRecords(topic, records, { kind: "first" });
}

/** The code that folds it. It is whole: there is something to see, and to change. */
export const firstSource = `type Cart = { lines: Record<string, number>; open: boolean };

export function initialState(): Cart {
  return { lines: {}, open: false };
}

export function evolve(cart: Cart, event: LogEvent): Cart {
  switch (event.type) {
    case "CartOpened":
      return { ...cart, open: true };
    case "ItemAdded":
      return move(cart, event.data.sku, event.data.qty);
    case "ItemRemoved":
      return move(cart, event.data.sku, -event.data.qty);
    case "CheckedOut":
      return { ...cart, open: false };
    default:
      return cart; // every other event: nothing changes
  }
}

// A line at 0 disappears.
function move(cart: Cart, sku: string, qty: number): Cart {
  const { [sku]: held = 0, ...others } = cart.lines;
  return { ...cart, lines: held + qty > 0 ? { ...others, [sku]: held + qty } : others };
}
`;
