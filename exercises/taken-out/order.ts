// solution: Counts, State, initialState

export function evolve(state: State, event: CartEvent): State {
  switch (event.type) {
    case "ItemAdded": {
      const { sku, qty } = event.data;
      return { ...state, lines: addTo(state.lines, sku, qty) };
    }
    // order
    case "ItemRemoved": {
      const { sku, qty } = event.data;
      const lines = addTo(state.lines, sku, -qty);
      const takenOut = addTo(state.takenOut, sku, qty);
      const takenOut = { [sku]: qty }; // decoy
      return { lines, takenOut };
      return { ...state, lines }; // decoy
    }
    // end of order
    default:
      return state; // every other event: nothing changes
  }
}
// solution: addTo
