// solution: Cart, initialState

export function evolve(cart: Cart, event: ShopperEvent): Cart {
  switch (event.type) {
    case "ItemAdded": {
      const { sku, qty } = event.data;
      const held = cart.lines[sku] ?? 0;
      return { ...cart, lines: { ...cart.lines, [sku]: held + qty } };
    }
    // order
    case "CartOpened":
      return { ...initialState(), status: "open" };
      return { ...cart, status: "open" }; // decoy
    case "ItemRemoved": {
      const { sku, qty } = event.data;
      const { [sku]: held = 0, ...lines } = cart.lines;
      const ignored = [...cart.ignored, event.metadata.id];
      if (held < qty) throw new Error("nothing to take out"); // decoy
      if (held < qty) return { ...cart, ignored };
      if (held > qty) lines[sku] = held - qty;
      return { ...cart, lines };
    }
    case "CheckedOut":
      return { ...cart, status: "checked out" };
    // end of order
    default:
      return cart; // every other event: nothing changes
  }
}
