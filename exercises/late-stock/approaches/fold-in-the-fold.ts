// Keeps the events that matter, sorted by their own time, and folds them again after each record, into a Map.
type Fact = { sku: string; at: string; kind: "movement" | "count"; qty: number };
type Shop = { facts: Fact[]; stock: Record<string, number> };

export const initialState = (): Shop => ({ facts: [], stock: {} });

export function evolve({ facts, stock }: Shop, event: StockEvent): Shop {
  const signs: Record<string, number | undefined> = { GoodsDelivered: 1, GoodsSold: -1, StockCounted: 1 };
  const sign = signs[event.type];
  if (sign === undefined) return { facts, stock };
  const fact: Fact = {
    sku: event.data.sku,
    at: event.metadata.occurredAt,
    kind: event.type === "StockCounted" ? "count" : "movement",
    qty: sign * event.data.qty,
  };
  const all = [...facts, fact].sort(inTime);
  const folded = all.reduce(
    (map, { sku, kind, qty }) => map.set(sku, kind === "count" ? qty : (map.get(sku) ?? 0) + qty),
    new Map<string, number>(),
  );
  return { facts: all, stock: Object.fromEntries(folded) };
}

/** By their time. Of the same time a count comes last, because the movements of that time are in it. */
function inTime(a: Fact, b: Fact): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return Number(a.kind === "count") - Number(b.kind === "count");
}
