/** The cart of the exercise in a few lines, for the figure: it decides, folds and projects. */

export type CartCommand =
  | { type: "AddItem"; data: { sku: string; qty: number } }
  | { type: "RemoveItem"; data: { sku: string; qty: number } }
  | { type: "CheckOut"; data: Record<string, never> };

export type CartEvent =
  | { type: "CartOpened"; data: { shopper: string } }
  | { type: "ItemAdded"; data: { sku: string; qty: number } }
  | { type: "ItemRemoved"; data: { sku: string; qty: number } }
  | { type: "CheckedOut"; data: Record<string, never> };

export type Answer = CartEvent[] | { rejected: string };

export interface Cart {
  lines: Record<string, number>;
  checkedOut: boolean;
}

/** The log the figure begins with: three lines, so that a fourth is refused at once. */
export const exampleCommands: CartEvent[] = [
  { type: "CartOpened", data: { shopper: "sanjana" } },
  { type: "ItemAdded", data: { sku: "t-shirt", qty: 2 } },
  { type: "ItemAdded", data: { sku: "hat", qty: 1 } },
  { type: "ItemAdded", data: { sku: "pants", qty: 1 } },
];

/** The cart `decide` is asked about: always folded from the whole log. */
export function foldCart(log: CartEvent[]): Cart {
  return log.reduce(evolve, { lines: {}, checkedOut: false });
}

function evolve(cart: Cart, event: CartEvent): Cart {
  if (event.type === "ItemAdded") return put(cart, event.data.sku, event.data.qty);
  if (event.type === "ItemRemoved") return put(cart, event.data.sku, -event.data.qty);
  return event.type === "CheckedOut" ? { ...cart, checkedOut: true } : cart;
}

export function decide(command: CartCommand, cart: Cart): Answer {
  if (cart.checkedOut) return { rejected: "the cart is checked out" };
  const lines = Object.keys(cart.lines);
  if (command.type === "CheckOut") {
    return lines.length === 0 ? { rejected: "the cart is empty" } : [{ type: "CheckedOut", data: {} }];
  }
  const { sku, qty } = command.data;
  if (command.type === "RemoveItem") {
    return (cart.lines[sku] ?? 0) < qty
      ? { rejected: `there is no ${sku} in the cart` }
      : [{ type: "ItemRemoved", data: { sku, qty } }];
  }
  return lines.length >= 3 && !lines.includes(sku)
    ? { rejected: "a cart takes three lines at most" }
    : [{ type: "ItemAdded", data: { sku, qty } }];
}

/** Everything that was ever put in, whatever became of it. */
export function foldWanted(log: CartEvent[]): Record<string, number> {
  return log.reduce(projectWanted, {});
}

function projectWanted(wanted: Record<string, number>, event: CartEvent): Record<string, number> {
  if (event.type !== "ItemAdded") return wanted;
  const { sku, qty } = event.data;
  return { ...wanted, [sku]: (wanted[sku] ?? 0) + qty };
}

function put(cart: Cart, sku: string, qty: number): Cart {
  const lines = { ...cart.lines };
  const now = (lines[sku] ?? 0) + qty;
  if (now > 0) lines[sku] = now;
  else delete lines[sku];
  return { ...cart, lines };
}
