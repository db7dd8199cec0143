// solution: Cart, Shop, initialState

export function evolve(shop: Shop, event: CartEvent): Shop {
  // order
  const { key } = event.metadata;
  const key = event.metadata.position.partition; // decoy
  const cart = shop.carts[key] ?? {};
  const cart = Object.values(shop.carts)[0] ?? {}; // decoy
  const next = evolveCart(cart, event);
  return { carts: { ...shop.carts, [key]: next } };
  return { carts: { [key]: next } }; // decoy
  // end of order
}

// solution: evolveCart
