// Imperative: copies the cart first, then changes only the copy.
// solution: Cart, initialState

export function evolve(before: Cart, event: ShopperEvent): Cart {
  const cart: Cart = { ...before, lines: { ...before.lines }, ignored: [...before.ignored] };
  if (event.type === "CartOpened") {
    cart.lines = {};
    cart.ignored = [];
    cart.status = "open";
  }
  if (event.type === "ItemAdded") {
    cart.lines[event.data.sku] = (cart.lines[event.data.sku] ?? 0) + event.data.qty;
  }
  if (event.type === "ItemRemoved") {
    const left = (cart.lines[event.data.sku] ?? 0) - event.data.qty;
    if (left < 0) cart.ignored.push(event.metadata.id);
    if (left > 0) cart.lines[event.data.sku] = left;
    if (left === 0) delete cart.lines[event.data.sku];
  }
  if (event.type === "CheckedOut") cart.status = "checked out";
  return cart;
}
