// Collects the events in a list, and takes pieces out of a copy.
// solution: Line, priceList
type Cart = { lines: Record<string, Line> };

export function initialState(): Cart {
  return { lines: {} };
}

export function decide(command: CartCommand, cart: Cart): NewCartEvent[] {
  const { sku } = command.data;
  const events: NewCartEvent[] = [];
  const line = cart.lines[sku] ?? { qty: 0, unitPriceCents: 0 };
  if (line.qty < command.data.qty) {
    const data = { sku, qty: command.data.qty - line.qty, unitPriceCents: priceList[sku] };
    events.push({ type: "ItemAdded", data });
  } else if (line.qty > command.data.qty) {
    events.push({ type: "ItemRemoved", data: { sku, qty: line.qty - command.data.qty } });
  }
  return events;
}

export function evolve(cart: Cart, event: CartEvent): Cart {
  if (event.type === "CartOpened") return cart;
  const { sku, qty } = event.data;
  const line = cart.lines[sku] ?? { qty: 0, unitPriceCents: 0 };
  if (event.type === "ItemAdded") {
    const { unitPriceCents } = event.data;
    return { lines: { ...cart.lines, [sku]: { qty: line.qty + qty, unitPriceCents } } };
  }
  if (event.type !== "ItemRemoved" && event.type !== "ItemWithdrawn") return cart;
  const lines = { ...cart.lines, [sku]: { ...line, qty: line.qty - qty } };
  if (lines[sku].qty === 0) delete lines[sku];
  return { lines };
}
