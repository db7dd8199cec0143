// Takes back the last addition of that item, whichever one the correction names.
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
      const last = Object.values(cart.additions).findLast(({ sku }) => sku === addition.sku) ?? addition;
      return { lines: takeOut(cart.lines, last.sku, last.qty), additions };
    }
    default:
      return cart;
  }
}

function takeOut(lines: Record<string, number>, sku: string, qty: number): Record<string, number> {
  const { [sku]: held = 0, ...others } = lines;
  return held === qty ? others : { ...lines, [sku]: held - qty };
}
