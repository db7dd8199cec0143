// starter: type Shop = { stock: Record<string, number> };
/** What came in, or what went out where `qty` is negative. */
type Movement = { at: string; qty: number };
/** The newest count of one kind of goods, and what happened after it. */
type Shelf = { counted: number; at: string; since: Movement[] };
type Shop = { stock: Record<string, number>; shelves: Record<string, Shelf> };

const neverCounted: Shelf = { counted: 0, at: "", since: [] };
// end starter

export function initialState(): Shop {
  // starter: return { stock: {} };
  return { stock: {}, shelves: {} };
  // end starter
}

export function evolve(shop: Shop, event: StockEvent): Shop {
  // starter: // To do: event.metadata.occurredAt, e.g. "2026-09-14T11:20:00Z", says when it happened.
  const at = event.metadata.occurredAt;
  // end starter
  switch (event.type) {
    // starter: case "GoodsDelivered":
    // starter:   return moved(shop, event.data.sku, event.data.qty);
    // starter: case "GoodsSold":
    // starter:   return moved(shop, event.data.sku, -event.data.qty);
    // starter: case "StockCounted":
    // starter:   return { stock: { ...shop.stock, [event.data.sku]: event.data.qty } };
    // starter: default:
    // starter:   return shop; // every other event: nothing changes
    case "GoodsDelivered":
      return moved(shop, event.data.sku, { at, qty: event.data.qty });
    case "GoodsSold":
      return moved(shop, event.data.sku, { at, qty: -event.data.qty });
    case "StockCounted":
      return counted(shop, event.data.sku, event.data.qty, at);
    default:
      return shop;
    // end starter
  }
}

// starter: function moved({ stock }: Shop, sku: string, qty: number): Shop {
// starter:   return { stock: { ...stock, [sku]: (stock[sku] ?? 0) + qty } };
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
  // end starter
}
