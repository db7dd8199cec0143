type Counts = Record<string, number>;
type State = {
  lines: Counts; // what is in the cart
  takenOut: Counts; // how many pieces of each item were ever taken out
};

export function initialState(): State {
  return { lines: {}, takenOut: {} };
}

export function evolve(state: State, event: CartEvent): State {
  switch (event.type) {
    case "ItemAdded": {
      const { sku, qty } = event.data;
      return { ...state, lines: addTo(state.lines, sku, qty) };
    }
    case "ItemRemoved": {
      const { sku, qty } = event.data;
      // starter: return { ...state, lines: addTo(state.lines, sku, -qty) }; // what was taken out is forgotten
      return {
        lines: addTo(state.lines, sku, -qty),
        takenOut: addTo(state.takenOut, sku, qty),
      };
      // end starter
    }
    default:
      return state; // every other event: nothing changes
  }
}

// Given. A copy of the counts with `qty` more of one item. A count of 0 disappears.
function addTo(counts: Counts, sku: string, qty: number): Counts {
  const { [sku]: before = 0, ...others } = counts;
  const after = before + qty;
  return after === 0 ? others : { ...others, [sku]: after };
}
