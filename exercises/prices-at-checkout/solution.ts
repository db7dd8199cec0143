// In which carts had the price of an item changed, when they were checked out?
export function changedCarts(events: ShopEvent[]): string[] {
  // starter: // Keep for each cart the price of each item in it, as it was when the item was added.
  // starter: // Keep for each item the price that holds now.
  // starter: return [];
  const seen: Record<string, Record<string, number>> = {}; // by cart and item: the price when it was added
  const prices: Record<string, number> = {}; // by item: the price now
  const changed: string[] = [];
  for (const { type, data } of events) {
    if (type === "ItemAdded" || type === "PriceChanged") prices[data.sku] = data.cents;
    if (type === "ItemAdded") seen[data.cart] = { ...seen[data.cart], [data.sku]: data.cents };
    if (type === "ItemRemoved") delete seen[data.cart][data.sku];
    if (type === "CheckedOut") {
      const lines = Object.entries(seen[data.cart]);
      if (lines.some(([sku, cents]) => cents !== prices[sku])) changed.push(data.cart);
    }
  }
  return changed;
  // end starter
}
