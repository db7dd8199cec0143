type Shop = { stock: Record<string, number> };

export function initialState(): Shop {
  return { stock: {} };
}

export function evolve(shop: Shop, event: StockEvent): Shop {
  // To do: event.metadata.occurredAt, e.g. "2026-09-14T11:20:00Z", says when it happened.
  switch (event.type) {
    case "GoodsDelivered":
      return moved(shop, event.data.sku, event.data.qty);
    case "GoodsSold":
      return moved(shop, event.data.sku, -event.data.qty);
    case "StockCounted":
      return { stock: { ...shop.stock, [event.data.sku]: event.data.qty } };
    default:
      return shop; // every other event: nothing changes
  }
}

function moved({ stock }: Shop, sku: string, qty: number): Shop {
  return { stock: { ...stock, [sku]: (stock[sku] ?? 0) + qty } };
}
