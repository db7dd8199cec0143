// Keeps a line that has reached 0.
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
      const { [event.data.revertsId]: addition, ...additions } = cart.additions;
      if (addition === undefined) return cart;
      return { lines: takeOut(cart.lines, addition.sku, addition.qty), additions };
    }
    default:
      return cart;
  }
}

function takeOut(lines: Record<string, number>, sku: string, qty: number): Record<string, number> {
  return { ...lines, [sku]: (lines[sku] ?? 0) - qty };
}
