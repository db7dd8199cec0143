import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json } from "../../engine/fold/json.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";
import { partsOf } from "../../engine/grading/message-parts.ts";

/** A hesitation as it is compared. */
export interface Pair {
  cart: string;
  sku: string;
  seconds: number;
}

/** What is compared: the hesitations in an order of their own. */
export function sortedHesitations(state: Json): Json {
  const list = isObject(state) ? (state.hesitations ?? null) : null;
  if (!Array.isArray(list)) return null;
  return list
    .map(
      (each) => (isObject(each) ? { cart: each.cart, sku: each.sku, seconds: each.seconds } : each) as Json,
    )
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** The pairs of one compared state that another one does not have, each as often as it is there. */
export function pairsBeyond(compared: Json, other: Json): Pair[] {
  const known = (Array.isArray(other) ? other : []).map((pair) => JSON.stringify(pair));
  return (Array.isArray(compared) ? compared : []).flatMap((pair) => {
    const place = known.indexOf(JSON.stringify(pair));
    if (place >= 0) known.splice(place, 1);
    return place < 0 ? [pair as unknown as Pair] : [];
  });
}

export function skuOf({ data }: Event): string {
  return String(partsOf(data).sku);
}

/** From one event to another, by the times at which they happened. */
export function secondsFrom(earlier: Event, later: Event): number {
  return (Date.parse(later.metadata.occurredAt) - Date.parse(earlier.metadata.occurredAt)) / 1000;
}

/** What happened to the item of a removal in its own cart before: the additions, and the removals since the newest. */
export interface Removal {
  event: Event;
  additions: Event[];
  removedSince: Event[];
  /** The pairs that the learner's list lacks, or has in addition. */
  missing: Pair[];
  extra: Pair[];
}

/** What a check may ask about a removal; null at any other step. */
export function removalAt(at: CheckContext): Removal | null {
  const { event, history } = at;
  if (event?.type !== "ItemRemoved") return null;
  const own = history.filter(
    (other) => other.metadata.key === event.metadata.key && skuOf(other) === skuOf(event),
  );
  const newest = own.findLastIndex(({ type }) => type === "ItemAdded");
  return {
    event,
    additions: own.filter(({ type }) => type === "ItemAdded"),
    removedSince: own.slice(newest + 1).filter(({ type }) => type === "ItemRemoved"),
    missing: pairsBeyond(at.expected, at.actual),
    extra: pairsBeyond(at.actual, at.expected),
  };
}

/** The newest addition of the same item to another cart. */
export function additionElsewhere({ event, history }: CheckContext): Event | undefined {
  return history.findLast(
    (other) =>
      event !== null &&
      other.type === "ItemAdded" &&
      other.metadata.key !== event.metadata.key &&
      skuOf(other) === skuOf(event),
  );
}
