import { isObject, type JsonObject } from "../../fold/json.ts";
import type { ShownRecord } from "../topics/topic-events.ts";

const customers = ["ann", "bob", "cleo", "dan", "eve"] as const;

/** The `n`-th order, from 0. */
export function placedOrder(n: number): { key: string; event: { type: string; data: JsonObject } } {
  const customer = customers[n % customers.length] as string;
  return { key: customer, event: { type: "OrderPlaced", data: { order: `order-${n + 1}`, customer } } };
}

/** The customer whose count a record raises; null for a record that the view does not need. */
export function customerOf({ type, data }: Pick<ShownRecord, "type" | "data">): string | null {
  if (type !== "OrderPlaced" || !isObject(data)) return null;
  return typeof data.customer === "string" ? data.customer : null;
}

/** How many orders the fold of the log counts. */
export function foldOrders(records: readonly Pick<ShownRecord, "type" | "data">[]): number {
  return records.filter((record) => customerOf(record) !== null).length;
}
