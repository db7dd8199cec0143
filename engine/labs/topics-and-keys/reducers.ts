import { isObject, type Json, type JsonObject } from "../../fold/json.ts";
import type { ShownRecord } from "../topics/topic-events.ts";
import type { StreamName } from "./event-streams.ts";

/** A fold that believes in the order of what it reads, as one does that was written for a single partition. */
export interface OrderedReducer {
  initialState(): JsonObject;
  evolve(state: JsonObject, event: { type: string | null; data: Json }): JsonObject;
}

/** One for each stream: what the orders brought, what the carts sold, what each customer bought last. */
export const reducers: Record<StreamName, OrderedReducer> = {
  orders: {
    initialState: () => ({ paid: 0, shipped: 0 }),
    evolve: revenue,
  },
  carts: {
    initialState: () => ({ sold: 0 }),
    evolve: sales,
  },
  customers: {
    initialState: () => ({}),
    evolve: lastPurchase,
  },
};

export function foldRecords({ initialState, evolve }: OrderedReducer, records: ShownRecord[]): JsonObject {
  return records.reduce(evolve, initialState());
}

/** The members that a page does not show: what the fold remembers of open orders and carts. */
export function answerOf(state: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(state).filter(([name]) => !name.startsWith("open ")));
}

/** Counts a payment with the amount of its order, which it must have seen placed; ships only what is paid. */
function revenue(state: JsonObject, { type, data }: { type: string | null; data: Json }): JsonObject {
  if (!isObject(data)) return state;
  const open = `open ${data.order}`;
  const amount = state[open];
  if (type === "OrderPlaced") return { ...state, [open]: data.amount ?? 0 };
  if (type === "OrderPaid" && typeof amount === "number")
    return { ...state, paid: Number(state.paid) + amount, [open]: "paid" };
  if (type === "OrderShipped" && amount === "paid")
    return { ...state, shipped: Number(state.shipped) + 1, [open]: "shipped" };
  return state;
}

/** Counts the items of a cart at its checkout; takes nothing into a cart that is not open. */
function sales(state: JsonObject, { type, data }: { type: string | null; data: Json }): JsonObject {
  if (!isObject(data)) return state;
  const open = `open ${data.cart}`;
  const inside = state[open];
  if (type === "CartOpened") return { ...state, [open]: 0 };
  if (typeof inside !== "number") return state;
  if (type === "ItemAdded") return { ...state, [open]: inside + 1 };
  if (type === "ItemRemoved") return { ...state, [open]: Math.max(0, inside - 1) };
  if (type === "CheckedOut") return { ...state, sold: Number(state.sold) + inside, [open]: "checked out" };
  return state;
}

/** The amount of the purchase that came last. */
function lastPurchase(state: JsonObject, { type, data }: { type: string | null; data: Json }): JsonObject {
  if (type !== "PurchaseMade" || !isObject(data)) return state;
  return { ...state, [String(data.customer)]: data.amount ?? 0 };
}
