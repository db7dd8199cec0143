// Takes the addition out of the cart it was given instead of returning a new one.
type Addition = { sku: string; qty: number };
type Cart = { lines: Record<string, number>; additions: Record<string, Addition> };

export function initialState(): Cart {
  return { lines: {}, additions: {} };
}

export function evolve(cart: Cart, event: CartEvent): Cart {
  switch (event.type) {
    case "ItemAdded": {
      const { sku, qty } = event.data;
      return {
        lines: { ...cart.lines, [sku]: (cart.lines[sku] ?? 0) + qty },
        additions: { ...cart.additions, [event.metadata.id]: { sku, qty } },
      };
    }
    case "ItemRemoved":
      return { ...cart, lines: takeOut(cart.lines, event.data.sku, event.data.qty) };
    case "AdditionReverted": {
      const addition = cart.additions[event.data.revertsId];
      if (addition === undefined) return cart;
      cart.lines[addition.sku] = (cart.lines[addition.sku] ?? 0) - addition.qty;
      if (cart.lines[addition.sku] === 0) delete cart.lines[addition.sku];
      delete cart.additions[event.data.revertsId];
      return cart;
    }
    default:
      return cart;
  }
}

function takeOut(lines: Record<string, number>, sku: string, qty: number): Record<string, number> {
  const { [sku]: held = 0, ...others } = lines;
  return held === qty ? others : { ...lines, [sku]: held - qty };
}
