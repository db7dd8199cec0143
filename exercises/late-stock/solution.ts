/** What came in, or what went out where `qty` is negative. */
type Movement = { at: string; qty: number };
/** The newest count of one kind of goods, and what happened after it. */
type Shelf = { counted: number; at: string; since: Movement[] };
type Shop = { stock: Record<string, number>; shelves: Record<string, Shelf> };

const neverCounted: Shelf = { counted: 0, at: "", since: [] };

export function initialState(): Shop {
  return { stock: {}, shelves: {} };
}

export function evolve(shop: Shop, event: StockEvent): Shop {
  const at = event.metadata.occurredAt;
  switch (event.type) {
    case "GoodsDelivered":
      return moved(shop, event.data.sku, { at, qty: event.data.qty });
    case "GoodsSold":
      return moved(shop, event.data.sku, { at, qty: -event.data.qty });
    case "StockCounted":
      return counted(shop, event.data.sku, event.data.qty, at);
    default:
      return shop;
  }
}

function moved(shop: Shop, sku: string, movement: Movement): Shop {
  const shelf = shop.shelves[sku] ?? neverCounted;
  if (movement.at <= shelf.at) return shop; // It is in the count.
  return put(shop, sku, { ...shelf, since: [...shelf.since, movement] });
}

function counted(shop: Shop, sku: string, qty: number, at: string): Shop {
  const shelf = shop.shelves[sku] ?? neverCounted;
  if (at < shelf.at) return shop; // A newer count is there already.
  return put(shop, sku, { counted: qty, at, since: shelf.since.filter((movement) => movement.at > at) });
}

function put({ stock, shelves }: Shop, sku: string, shelf: Shelf): Shop {
  const now = shelf.since.reduce((sum, { qty }) => sum + qty, shelf.counted);
  return { stock: { ...stock, [sku]: now }, shelves: { ...shelves, [sku]: shelf } };
}
