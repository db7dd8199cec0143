// Keeps a list of all additions and removals, each with its id. After each record it adds them up in a Map and makes the lines from it.
type Move = { id: string; sku: string; qty: number };
type Cart = { moves: Move[]; reverted: string[]; lines: Record<string, number> };

export const initialState = (): Cart => ({ moves: [], reverted: [], lines: {} });

export function evolve(cart: Cart, event: CartEvent): Cart {
  const { id } = event.metadata;
  if (event.type === "ItemAdded") return summed({ ...cart, moves: [...cart.moves, { id, ...event.data }] });
  if (event.type === "ItemRemoved") {
    const { sku, qty } = event.data;
    return summed({ ...cart, moves: [...cart.moves, { id, sku, qty: -qty }] });
  }
  if (event.type === "AdditionReverted")
    return summed({ ...cart, reverted: [...cart.reverted, event.data.revertsId] });
  return cart;
}

function summed(cart: Cart): Cart {
  const lines = new Map<string, number>();
  for (const { sku, qty } of cart.moves.filter(({ id }) => !cart.reverted.includes(id)))
    lines.set(sku, (lines.get(sku) ?? 0) + qty);
  return { ...cart, lines: Object.fromEntries([...lines].filter(([, qty]) => qty !== 0)) };
}
