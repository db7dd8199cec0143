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

/** What happens to an entity of a stream, and how many events of the stream after its beginning. */
type Steps<Type> = readonly (readonly [type: Type, after: number])[];

/**
 * The `n`-th step of a stream in which an entity begins with each `steps.length` events, and histories overlap without
 * end. The steps come after times of which no two leave the same remainder, so that there is one at each time.
 */
function stepAt<Type>(steps: Steps<Type>, n: number): { entity: number; type: Type; place: number } {
  const apart = steps.length;
  const at = (time: number) => {
    const place = steps.findIndex(([, after]) => after % apart === time % apart);
    const [type, after] = steps[place] as Steps<Type>[number];
    return { entity: (time - after) / apart, type, place };
  };
  // Until every step has come once, there are times at which nothing happens yet.
  const warmUp = Math.max(...steps.map(([, after]) => after));
  const early = Array.from({ length: warmUp }, (_, time) => at(time)).filter(({ entity }) => entity >= 0);
  return early[n] ?? at(n - early.length + warmUp);
}

const orderSteps = [
  ["OrderPlaced", 0],
  ["OrderPaid", 10],
  ["OrderShipped", 20],
] as const;

function orderEvent(n: number): StreamEvent {
  const { entity, type } = stepAt(orderSteps, n);
  const number = entity + 1;
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

const cartSteps = [
  ["CartOpened", 0],
  ["ItemAdded", 6],
  ["ItemAdded", 12],
  ["ItemRemoved", 18],
  ["CheckedOut", 24],
] as const;

function cartEvent(n: number): StreamEvent {
  const { entity, type, place } = stepAt(cartSteps, n);
  const number = entity + 1;
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
