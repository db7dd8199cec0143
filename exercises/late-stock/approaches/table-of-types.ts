// A table of functions by event type, each from a shelf to the next one.
type Movement = [at: number, qty: number];
type Shelf = { counted: number; at: number | null; since: Movement[] };
type Shop = { shelves: Record<string, Shelf>; stock: Record<string, number> };
type Next = (shelf: Shelf, qty: number, at: number) => Shelf;

const isAfter = (at: number, count: number | null) => count === null || at > count;

const move: Next = (shelf, qty, at) =>
  isAfter(at, shelf.at) ? { ...shelf, since: shelf.since.concat([[at, qty]]) } : shelf;

const shelfAfter: Record<string, Next | undefined> = {
  GoodsDelivered: move,
  GoodsSold: (shelf, qty, at) => move(shelf, -qty, at),
  StockCounted: (shelf, qty, at) =>
    shelf.at !== null && at < shelf.at
      ? shelf
      : { counted: qty, at, since: shelf.since.filter(([moved]) => isAfter(moved, at)) },
};

export function initialState(): Shop {
  return { shelves: {}, stock: {} };
}

export function evolve(shop: Shop, event: StockEvent): Shop {
  const next = shelfAfter[event.type];
  if (!next) return shop;
  const { sku, qty } = event.data;
  const before = shop.shelves[sku] ?? { counted: 0, at: null, since: [] };
  const shelf = next(before, qty, Date.parse(event.metadata.occurredAt));
  const now = shelf.since.reduce((sum, [, moved]) => sum + moved, shelf.counted);
  return { shelves: { ...shop.shelves, [sku]: shelf }, stock: { ...shop.stock, [sku]: now } };
}
