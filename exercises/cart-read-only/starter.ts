type Addition = { sku: string; qty: number };
type Cart = { lines: Record<string, number>; additions: Record<string, Addition> };
export function initialState(): Cart {
  return { lines: {}, additions: {} };
}
// event.metadata.id is the id of the event, such as "e2". Types: see "The shapes of the events".
export function evolve(cart: Cart, event: CartEvent): Cart {
  switch (event.type) {
    case "ItemAdded": {
      const { sku, qty } = event.data;
      return {
        lines: { ...cart.lines, [sku]: (cart.lines[sku] ?? 0) + qty },
        additions: { ...cart.additions, [event.metadata.id]: { sku, qty } },
      };
    }
    // 1. ItemRemoved: take event.data.qty out of that line. A line at 0 disappears.
    // 2. AdditionReverted: revertsId is the id of an addition. Take out what it put in, once.
    default:
      return cart; // every other event: nothing changes
  }
}
