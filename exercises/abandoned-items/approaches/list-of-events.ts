// Keeps the records of each open cart as a list, and looks through it at the checkout.
type Change = { sku: string; isIn: boolean };
type Open = { open: Record<string, Change[]>; abandoned: Record<string, number> };

export const initialState = (): Open => ({ open: {}, abandoned: {} });

export function evolve(state: Open, { type, data }: ShopEvent): Open {
  if (type === "ItemAdded" || type === "ItemRemoved") {
    const changes = [...(state.open[data.cart] ?? []), { sku: data.sku, isIn: type === "ItemAdded" }];
    return { ...state, open: { ...state.open, [data.cart]: changes } };
  }
  if (type !== "CheckedOut") return state;
  const { [data.cart]: changes = [], ...open } = state.open;
  const last = new Map(changes.map(({ sku, isIn }) => [sku, isIn]));
  const gone = [...last].filter(([, isIn]) => !isIn).map(([sku]) => [sku, (state.abandoned[sku] ?? 0) + 1]);
  return { open, abandoned: { ...state.abandoned, ...Object.fromEntries(gone) } };
}
