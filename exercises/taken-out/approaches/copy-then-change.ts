// Imperative: copies both counts first, then changes only the copies.
// solution: Counts, State, initialState

export function evolve(state: State, event: CartEvent): State {
  const lines = { ...state.lines };
  const takenOut = { ...state.takenOut };
  if (event.type === "ItemAdded") lines[event.data.sku] = (lines[event.data.sku] ?? 0) + event.data.qty;
  if (event.type === "ItemRemoved") {
    lines[event.data.sku] = (lines[event.data.sku] ?? 0) - event.data.qty;
    takenOut[event.data.sku] = (takenOut[event.data.sku] ?? 0) + event.data.qty;
  }
  for (const sku of Object.keys(lines)) if (lines[sku] === 0) delete lines[sku];
  return { lines, takenOut };
}
