// For each event type that changes lines, a table holds one function. It gets the lines as a Map.
// The number of pieces is the sum of all lines.
type Lines = Map<string, number>;
type CartPage = { lines: Record<string, number>; pieces: number; status: "open" | "checked out" };
type Item = { sku: string; qty: number };

const linesAfter: Record<string, ((lines: Lines, data: Item) => Lines) | undefined> = {
  ItemAdded: (lines, { sku, qty }) => lines.set(sku, (lines.get(sku) ?? 0) + qty),
  ItemRemoved: (lines, { sku, qty }) => lines.set(sku, (lines.get(sku) ?? 0) - qty),
  CartCleared: () => new Map(),
};

export const cartOf = {
  initialView: (): CartPage => ({ lines: {}, pieces: 0, status: "open" }),
  project(view: CartPage, event: CartEvent): CartPage {
    if (event.type === "CheckedOut") return { ...view, status: "checked out" };
    const after = linesAfter[event.type];
    if (!after) return view;
    const lines = [...after(new Map(Object.entries(view.lines)), event.data as Item)];
    return {
      ...view,
      lines: Object.fromEntries(lines.filter(([, qty]) => qty > 0)),
      pieces: lines.reduce((sum, [, qty]) => sum + qty, 0),
    };
  },
};

type Wanted = Record<string, number>;

export const itemsWanted = {
  initialView: (): Wanted => ({}),
  project: (view: Wanted, event: CartEvent): Wanted =>
    event.type === "ItemAdded"
      ? { ...view, [event.data.sku]: (view[event.data.sku] ?? 0) + event.data.qty }
      : view,
};
