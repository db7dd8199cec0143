// Of each cart, every item that was ever in it: true while it is in the cart, false once it was taken out.
type Items = Record<string, boolean>;
type Answer = { abandoned: Record<string, number>; carts: Record<string, Items> };

export function initialState(): Answer {
  return { abandoned: {}, carts: {} };
}

export function evolve(answer: Answer, event: ShopEvent): Answer {
  switch (event.type) {
    case "ItemAdded":
      return withItem(answer, event.data.cart, event.data.sku, true);
    // starter: // 1. ItemRemoved: the item is no longer in the cart, but it was.
    // starter: // 2. CheckedOut: count the items of this cart that were taken out.
    case "ItemRemoved":
      return withItem(answer, event.data.cart, event.data.sku, false);
    case "CheckedOut": {
      const items = answer.carts[event.data.cart];
      const abandoned = { ...answer.abandoned };
      for (const sku of Object.keys(items)) {
        if (!items[sku]) abandoned[sku] = (abandoned[sku] ?? 0) + 1;
      }
      return { ...answer, abandoned };
    }
    // end starter
    default:
      return answer; // every other event: nothing changes
  }
}

function withItem(answer: Answer, cart: string, sku: string, isIn: boolean): Answer {
  const items = { ...answer.carts[cart], [sku]: isIn };
  return { ...answer, carts: { ...answer.carts, [cart]: items } };
}
