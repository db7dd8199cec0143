type Cart = Record<string, number>; // how many pieces of each item
type Shop = { carts: Record<string, Cart> };

export function initialState(): Shop {
  return { carts: {} };
}

export function evolve(shop: Shop, event: CartEvent): Shop {
  // starter: // To do: each key has a cart of its own. event.metadata.key is the key of the record.
  // starter: const cart = shop.carts.all ?? {};
  // starter: return { carts: { all: evolveCart(cart, event) } };
  const { key } = event.metadata;
  const cart = shop.carts[key] ?? {};
  return { carts: { ...shop.carts, [key]: evolveCart(cart, event) } };
  // end starter
}

// Given: what one record does to one cart.
function evolveCart(cart: Cart, event: CartEvent): Cart {
  if (event.type === "ItemAdded") {
    const { sku, qty } = event.data;
    return { ...cart, [sku]: (cart[sku] ?? 0) + qty };
  }
  if (event.type === "ItemRemoved") {
    const { sku, qty } = event.data;
    const { [sku]: held, ...others } = cart;
    return held > qty ? { ...cart, [sku]: held - qty } : others;
  }
  return cart;
}
