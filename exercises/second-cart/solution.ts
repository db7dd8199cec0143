type Cart = {
  lines: Record<string, number>; // how many of each item
  status: "none" | "open" | "checked out";
  ignored: string[]; // ids of the removals that found nothing to take out
};

export function initialState(): Cart {
  return { lines: {}, status: "none", ignored: [] };
}

export function evolve(cart: Cart, event: ShopperEvent): Cart {
  switch (event.type) {
    // starter: case "CartOpened":
    // starter:   return { ...cart, status: "open" }; // is this a new cart?
    case "CartOpened":
      return { ...initialState(), status: "open" };
    // end starter
    case "ItemAdded": {
      const { sku, qty } = event.data;
      return { ...cart, lines: { ...cart.lines, [sku]: (cart.lines[sku] ?? 0) + qty } };
    }
    // starter: // Write the cases ItemRemoved and CheckedOut.
    case "ItemRemoved": {
      const { sku, qty } = event.data;
      const { [sku]: held = 0, ...others } = cart.lines;
      if (held < qty) return { ...cart, ignored: [...cart.ignored, event.metadata.id] };
      return { ...cart, lines: held === qty ? others : { ...others, [sku]: held - qty } };
    }
    case "CheckedOut":
      return { ...cart, status: "checked out" };
    // end starter
    default:
      return cart; // every other event: nothing changes
  }
}
