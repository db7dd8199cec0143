import type { JsonObject } from "../../fold/json.ts";

/** An event of a stream: the `n`-th that was thrown, and what may serve as its key. */
export interface StreamEvent {
  type: string;
  /** Has `n`, the event's number in the stream, from 0. */
  data: JsonObject;
  keys: Record<string, string>;
}

export const streamNames = ["orders", "carts", "customers"] as const;
export type StreamName = (typeof streamNames)[number];

/** What each stream's events can be keyed by; the first is the entity whose history the events tell. */
export const keyChoices: Record<StreamName, readonly string[]> = {
  orders: ["order", "country", "event type"],
  carts: ["cart", "item", "customer"],
  customers: ["customer", "purchase", "country"],
};

/** The `n`-th event of a stream, always the same. */
export function streamEvent(stream: StreamName, n: number): StreamEvent {
  return { orders: orderEvent, carts: cartEvent, customers: purchase }[stream](n);
}

/** Countries by how many of ten orders come from each. */
const countries = ["de", "de", "fr", "de", "in", "de", "fr", "de", "br", "jp"] as const;

/** A step of one of the entities of a block, whose events overlap with those of its neighbours. */
interface Step<Type> {
  entity: number;
  type: Type;
  /** Which of the entity's steps. */
  place: number;
}

/** The steps of a block in order. An entity begins each `apart`; its steps follow after these times. */
function stepsOfBlock<Type>(
  entities: number,
  apart: number,
  steps: readonly (readonly [type: Type, after: number])[],
): Step<Type>[] {
  const all = Array.from({ length: entities }, (_, entity) =>
    steps.map(([type, after], place) => ({ entity, type, place, at: entity * apart + after })),
  );
  return all.flat().toSorted((a, b) => a.at - b.at || a.entity - b.entity);
}

const ordersOfBlock = 10;
const orderSteps = stepsOfBlock(ordersOfBlock, 3, [
  ["OrderPlaced", 0],
  ["OrderPaid", 10],
  ["OrderShipped", 20],
]);

function orderEvent(n: number): StreamEvent {
  const { entity, type } = at(orderSteps, n);
  const number = Math.floor(n / orderSteps.length) * ordersOfBlock + entity + 1;
  const order = `order-${number}`;
  const country = at(countries, number * 7);
  const amount = 10 + ((number * 37) % 90);
  return {
    type,
    data: { n, order, country, ...(type === "OrderPlaced" && { amount }) },
    keys: { order, country, "event type": type },
  };
}

const items = ["socks", "pants", "hat", "t-shirt", "jumper"] as const;
const shoppers = ["sanjana", "bob", "yeva", "bill"] as const;

const cartsOfBlock = 6;
const cartSteps = stepsOfBlock(cartsOfBlock, 4, [
  ["CartOpened", 0],
  ["ItemAdded", 5],
  ["ItemAdded", 9],
  ["ItemRemoved", 14],
  ["CheckedOut", 19],
]);

function cartEvent(n: number): StreamEvent {
  const { entity, type, place } = at(cartSteps, n);
  const number = Math.floor(n / cartSteps.length) * cartsOfBlock + entity + 1;
  const cart = `cart-${number}`;
  const customer = at(shoppers, number * 3);
  // What is taken back is what was added first.
  const item = at(items, place === 2 ? number + 1 : number);
  const ofItem = type.startsWith("Item") && { item, qty: 1 };
  return {
    type,
    data: { n, cart, customer, ...ofItem },
    keys: { cart, item: ofItem ? item : "no item", customer },
  };
}

/** Two of five purchases are one customer's; the others come from 30 customers. */
function purchase(n: number): StreamEvent {
  const number = n % 5 < 2 ? 1 : 2 + ((n * 13) % 30);
  const customer = `customer-${number}`;
  const country = at(countries, number);
  const id = `purchase-${n + 1}`;
  return {
    type: "PurchaseMade",
    data: { n, customer, purchase: id, country, amount: 5 + ((n * 29) % 95) },
    keys: { customer, purchase: id, country },
  };
}

function at<T>(list: readonly T[], n: number): T {
  return list[n % list.length] as T;
}
