// A table with one small function for each event type; a type that is not in it changes nothing.
// solution: Cart, initialState

type Of<Type extends ShopperEvent["type"]> = Extract<ShopperEvent, { type: Type }>;

const changes = {
  CartOpened: (): Cart => ({ ...initialState(), status: "open" }),
  ItemAdded: (cart: Cart, { data: { sku, qty } }: Of<"ItemAdded">): Cart => ({
    ...cart,
    lines: { ...cart.lines, [sku]: qty + (cart.lines[sku] ?? 0) },
  }),
  ItemRemoved(cart: Cart, { data: { sku, qty }, metadata }: Of<"ItemRemoved">): Cart {
    const held = cart.lines[sku] ?? 0;
    if (held < qty) return { ...cart, ignored: cart.ignored.concat(metadata.id) };
    const lines = Object.entries({ ...cart.lines, [sku]: held - qty }).filter(([, left]) => left > 0);
    return { ...cart, lines: Object.fromEntries(lines) };
  },
  CheckedOut: (cart: Cart): Cart => ({ ...cart, status: "checked out" }),
};

export function evolve(cart: Cart, event: ShopperEvent): Cart {
  const change = Object.hasOwn(changes, event.type) ? changes[event.type] : undefined;
  return change ? (change as (cart: Cart, event: ShopperEvent) => Cart)(cart, event) : cart;
}
