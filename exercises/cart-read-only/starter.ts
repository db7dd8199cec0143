type Addition = { sku: string; qty: number };
type Cart = { lines: Record<string, number>; additions: Record<string, Addition> };
export function initialState(): Cart {
  return { lines: {}, additions: {} };
}
// event.metadata.id is the event's name, e.g. "e2". The shapes of CartEvent stand below the editor.
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
    // 2. AdditionReverted: take out what addition event.data.revertsId put in, once.
    default:
      return cart; // every other event: nothing changes
  }
}
