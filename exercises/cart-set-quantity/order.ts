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
  const added = { sku, qty: more, unitPriceCents };
  const added = { sku, qty, unitPriceCents }; // decoy
  const removed = { sku, qty: fewer };
  if (more > 0) return [{ type: "ItemAdded", data: added }];
  if (fewer > 0) return [{ type: "ItemRemoved", data: removed }];
  // end of order
  return [];
}

// solution: evolve
