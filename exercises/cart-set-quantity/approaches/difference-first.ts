// Computes the difference first and looks at its sign.
// solution: Line, Cart, priceList, initialState

export function decide({ data: { sku, qty } }: CartCommand, { lines }: Cart): NewCartEvent[] {
  const more = qty - (lines[sku] ? lines[sku].qty : 0);
  if (more === 0) return [];
  return more > 0
    ? [{ type: "ItemAdded", data: { unitPriceCents: priceList[sku], qty: more, sku } }]
    : [{ type: "ItemRemoved", data: { qty: -more, sku } }];
}

// solution: evolve
