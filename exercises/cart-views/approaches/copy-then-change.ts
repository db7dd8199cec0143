// Imperative: copies the page first, then changes only the copy.
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
    const page = { ...view, lines: { ...view.lines } };
    if (event.type === "ItemAdded") {
      page.lines[event.data.sku] = (page.lines[event.data.sku] ?? 0) + event.data.qty;
      page.pieces += event.data.qty;
    } else if (event.type === "ItemRemoved") {
      page.lines[event.data.sku] -= event.data.qty;
      if (page.lines[event.data.sku] === 0) delete page.lines[event.data.sku];
      page.pieces -= event.data.qty;
    } else if (event.type === "CartCleared") {
      page.lines = {};
      page.pieces = 0;
    } else if (event.type === "CheckedOut") {
      page.status = "checked out";
    }
    return page;
  },
};

type Wanted = Record<string, number>;

export const itemsWanted = {
  initialView(): Wanted {
    return {};
  },
  project(view: Wanted, event: CartEvent): Wanted {
    const wanted = { ...view };
    if (event.type === "ItemAdded") wanted[event.data.sku] = (wanted[event.data.sku] ?? 0) + event.data.qty;
    return wanted;
  },
};
