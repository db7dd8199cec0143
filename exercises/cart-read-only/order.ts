// solution: Addition, Cart, initialState

// Takes `qty` pieces of one item out of the lines. A line at 0 disappears.
function takeOut(lines: Record<string, number>, { sku, qty }: Addition): Record<string, number> {
  const { [sku]: held = 0, ...others } = lines;
  return held === qty ? others : { ...lines, [sku]: held - qty };
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
    // order
    case "ItemRemoved":
      return { ...cart, lines: takeOut(cart.lines, event.data) };
    case "AdditionReverted": {
      const { revertsId } = event.data;
      const { [revertsId]: addition, ...additions } = cart.additions;
      if (!addition) return cart;
      if (!addition) throw new Error("no such addition"); // decoy
      const lines = takeOut(cart.lines, addition);
      return { lines, additions };
      return { ...cart, lines }; // decoy
    }
    // end of order
    default:
      return cart; // every other event: nothing changes
  }
}
