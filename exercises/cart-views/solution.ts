// What does the cart page show?
type CartPage = {
  lines: Record<string, number>;
  pieces: number;
  status: "open" | "checked out";
};

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
      // starter: // 1. CartCleared: no lines and no pieces.
      // starter: // 2. ItemRemoved: fewer pieces. A line at 0 disappears.
      // starter: // 3. CheckedOut: the status says "checked out".
      case "ItemRemoved": {
        const { sku, qty } = event.data;
        const { [sku]: held = 0, ...others } = view.lines;
        const lines = held > qty ? { ...view.lines, [sku]: held - qty } : others;
        return { ...view, lines, pieces: view.pieces - Math.min(held, qty) };
      }
      case "CartCleared":
        return { ...view, lines: {}, pieces: 0 };
      case "CheckedOut":
        return { ...view, status: "checked out" };
      // end starter
      default:
        return view; // every other event: nothing changes
    }
  },
};

// What was ever put into the cart? This one is finished.
type Wanted = Record<string, number>;

export const itemsWanted = {
  initialView(): Wanted {
    return {};
  },
  project(view: Wanted, event: CartEvent): Wanted {
    if (event.type !== "ItemAdded") return view;
    const { sku, qty } = event.data;
    return { ...view, [sku]: (view[sku] ?? 0) + qty };
  },
};
