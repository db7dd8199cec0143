type Addition = { sku: string; qty: number };
type Cart = { lines: Record<string, number>; additions: Record<string, Addition> };
// starter:

// end starter
export function initialState(): Cart {
  return { lines: {}, additions: {} };
}
// starter: // event.metadata.id is the id of the event, such as "e2". Types: see "The shapes of the events".

// end starter
export function evolve(cart: Cart, event: CartEvent): Cart {
  switch (event.type) {
    case "ItemAdded": {
      const { sku, qty } = event.data;
      return {
        lines: { ...cart.lines, [sku]: (cart.lines[sku] ?? 0) + qty },
        additions: { ...cart.additions, [event.metadata.id]: { sku, qty } },
      };
    }
    // starter: // 1. ItemRemoved: take event.data.qty out of that line. A line at 0 disappears.
    // starter: // 2. AdditionReverted: revertsId is the id of an addition. Take out what it put in, once.
    // starter: default:
    // starter:   return cart; // every other event: nothing changes
    case "ItemRemoved":
      return { ...cart, lines: takeOut(cart.lines, event.data.sku, event.data.qty) };
    case "AdditionReverted": {
      // What was taken back is no longer among the additions, so a second correction finds nothing to do.
      const { [event.data.revertsId]: addition, ...additions } = cart.additions;
      if (addition === undefined) return cart;
      return { lines: takeOut(cart.lines, addition.sku, addition.qty), additions };
    }
    default:
      return cart;
    // end starter
  }
}
// starter:

function takeOut(lines: Record<string, number>, sku: string, qty: number): Record<string, number> {
  const { [sku]: held = 0, ...others } = lines;
  return held === qty ? others : { ...lines, [sku]: held - qty };
}
// end starter
