// A Map from key to cart, filled again from the entries of the old carts.
// solution: Cart, Shop, initialState

export const evolve = ({ carts }: Shop, event: CartEvent): Shop => {
  const byKey = new Map(Object.entries(carts));
  byKey.set(event.metadata.key, evolveCart(byKey.get(event.metadata.key) ?? {}, event));
  return { carts: Object.fromEntries(byKey) };
};

// solution: evolveCart
