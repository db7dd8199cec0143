/** A record of the lesson's log, as much as a table of carts would see of it. */
export interface ShopRecord {
  type: string;
  data: { cart?: string; sku?: string };
}

export interface CartRow {
  cart: string;
  items: string[];
  status: "open" | "checked out";
}

/** The table that a shop without a log would have: what is in each cart now, in the order in which they were opened. */
export function finalCarts(records: ShopRecord[]): CartRow[] {
  const rows = new Map<string, CartRow>();
  for (const { type, data } of records) {
    if (data.cart === undefined) continue;
    const row = rows.get(data.cart) ?? { cart: data.cart, items: [], status: "open" as const };
    rows.set(data.cart, row);
    if (type === "ItemAdded" && data.sku) row.items.push(data.sku);
    if (type === "ItemRemoved") row.items = row.items.filter((sku) => sku !== data.sku);
    if (type === "CheckedOut") row.status = "checked out";
  }
  return [...rows.values()];
}
