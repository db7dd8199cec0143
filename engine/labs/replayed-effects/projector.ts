import { isObject, type JsonObject } from "../../fold/json.ts";
import type { ShownRecord } from "../topics/topic-events.ts";

/** An effect that a projector returns as data. Whoever runs the projector does it. */
export interface Effect {
  effect: "SendMail";
  to: string;
  order: string;
}

/** What the projector builds: how many orders were placed. */
export interface OrdersView {
  orders: number;
}

export const initialView = (): OrdersView => ({ orders: 0 });

/** Counts the orders. It also returns a mail for each one, at every record and at every replay: that is the mistake. */
export function project(
  view: OrdersView,
  { type, data }: Pick<ShownRecord, "type" | "data">,
): { view: OrdersView; effects: Effect[] } {
  if (type !== "OrderPlaced" || !isObject(data)) return { view, effects: [] };
  const { order, customer } = data;
  if (typeof order !== "string" || typeof customer !== "string") return { view, effects: [] };
  return {
    view: { orders: view.orders + 1 },
    effects: [{ effect: "SendMail", to: `${customer}@example.com`, order }],
  };
}

const customers = ["ann", "bob", "cleo", "dan", "eve"] as const;

/** The `n`-th order, from 0. */
export function placedOrder(n: number): { key: string; event: { type: string; data: JsonObject } } {
  const order = `order-${n + 1}`;
  const customer = customers[n % customers.length] as string;
  return { key: order, event: { type: "OrderPlaced", data: { order, customer } } };
}
