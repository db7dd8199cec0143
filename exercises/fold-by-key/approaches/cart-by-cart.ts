// Copies everything, then changes the copy; a cart begins when it gets its first item.
// solution: Cart, Shop, initialState

export function evolve(shop: Shop, event: CartEvent): Shop {
  const copies = Object.entries(shop.carts).map(([name, cart]) => [name, { ...cart }]);
  const next: Shop = { carts: Object.fromEntries(copies) };
  if (event.type !== "ItemAdded" && event.type !== "ItemRemoved") return next;
  const { sku, qty } = event.data;
  next.carts[event.metadata.key] ??= {};
  const cart = next.carts[event.metadata.key];
  cart[sku] = (cart[sku] ?? 0) + (event.type === "ItemAdded" ? qty : -qty);
  if (cart[sku] === 0) delete cart[sku];
  return next;
}
