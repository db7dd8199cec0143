// Imperative, on a copy: keeps every movement of every kind of goods and adds up those after the newest count.
type Known = { countedAt: string; counted: number; movements: { at: string; qty: number }[] };
type Shop = { known: Record<string, Known>; stock: Record<string, number> };

export function initialState(): Shop {
  return { known: {}, stock: {} };
}

export function evolve(shop: Shop, event: StockEvent): Shop {
  const isMovement = event.type === "GoodsDelivered" || event.type === "GoodsSold";
  if (!isMovement && event.type !== "StockCounted") return shop;
  const { sku, qty } = event.data;
  const at = event.metadata.occurredAt;
  const before = shop.known[sku] ?? { countedAt: "", counted: 0, movements: [] };
  const known = { ...before, movements: [...before.movements] };
  if (isMovement) known.movements.push({ at, qty: event.type === "GoodsSold" ? -qty : qty });
  else if (at >= known.countedAt) {
    known.countedAt = at;
    known.counted = qty;
  }
  let now = known.counted;
  for (const movement of known.movements) if (movement.at > known.countedAt) now += movement.qty;
  return { known: { ...shop.known, [sku]: known }, stock: { ...shop.stock, [sku]: now } };
}
