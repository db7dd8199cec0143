// solution: CartPage

export const cartOf = {
  initialView(): CartPage {
    return { lines: {}, pieces: 0, status: "open" };
  },
  project(view: CartPage, event: CartEvent): CartPage {
    switch (event.type) {
      case "ItemAdded": {
        const { sku, qty } = event.data;
        const held = view.lines[sku] ?? 0;
        return {
          ...view,
          lines: { ...view.lines, [sku]: held + qty },
          pieces: view.pieces + qty,
        };
      }
      // order
      case "CartCleared":
        return { ...view, lines: {}, pieces: 0 };
        return { ...view, lines: {} }; // decoy
      case "ItemRemoved": {
        const { sku, qty } = event.data; // joined
        const { [sku]: held = 0, ...others } = view.lines;
        const left = { ...view.lines, [sku]: held - qty };
        const lines = held > qty ? left : others;
        const lines = left; // decoy
        const pieces = view.pieces - Math.min(held, qty);
        return { ...view, lines, pieces };
      }
      case "CheckedOut":
        return { ...view, status: "checked out" };
      // end of order
      default:
        return view; // every other event: nothing changes
    }
  },
};

// solution: Wanted, itemsWanted
