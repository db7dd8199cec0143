// Imperative: copies the cart first, then changes only the copy.
// solution: Addition, Cart, initialState

export function evolve(before: Cart, event: CartEvent): Cart {
  const cart: Cart = { lines: { ...before.lines }, additions: { ...before.additions } };
  if (event.type === "ItemAdded") {
    const { sku, qty } = event.data;
    cart.lines[sku] = (cart.lines[sku] ?? 0) + qty;
    cart.additions[event.metadata.id] = { sku, qty };
  }
  let out: Addition | undefined;
  if (event.type === "ItemRemoved") out = event.data;
  if (event.type === "AdditionReverted") {
    out = cart.additions[event.data.revertsId];
    delete cart.additions[event.data.revertsId];
  }
  if (out) {
    cart.lines[out.sku] -= out.qty;
    if (cart.lines[out.sku] === 0) delete cart.lines[out.sku];
  }
  return cart;
}
