// solution: Line, Cart, priceList, initialState

export function decide(command: CartCommand, cart: Cart): NewCartEvent[] {
  const { sku, qty } = command.data;
  // How many are in the cart now?
  const held = cart.lines[sku]?.qty ?? 0;
  // order
  const more = qty - held;
  const fewer = held - qty;
  const unitPriceCents = priceList[sku];
  const unitPriceCents = priceList[sku] * more; // decoy
  if (more > 0)
    // joined
    return [{ type: "ItemAdded", data: { sku, qty: more, unitPriceCents } }];
  if (more > 0)
    // joined
    return [{ type: "ItemAdded", data: { sku, qty, unitPriceCents } }]; // decoy
  if (fewer > 0)
    // joined
    return [{ type: "ItemRemoved", data: { sku, qty: fewer } }];
  // end of order
  return [];
}

// solution: evolve
