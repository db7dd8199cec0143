import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json, type JsonObject, sameJson } from "../../engine/fold/json.ts";
import type { At } from "../../engine/grading/checks.ts";
import { goodsIn, isMovement, newestCount, timeOf } from "./shop-days.ts";

export function isMoved({ event }: At): boolean {
  return event !== null && isMovement(event);
}

export function isCounted({ event }: At): boolean {
  return event?.type === "StockCounted";
}

export function goodsOf({ event }: At) {
  return goodsIn(event as Event);
}

export function clockOf({ event }: At): string {
  return event ? timeOf(event) : "";
}

/** The newest count of these goods before this step. */
export function newest(at: At): Event | undefined {
  return newestCount(at.history, goodsOf(at).sku);
}

/** The movements of these goods that came before the count at this step and happened after it. */
export function later(at: At): Event[] {
  return at.history.filter(
    (event) => isMovement(event) && goodsIn(event).sku === goodsOf(at).sku && timeOf(event) > clockOf(at),
  );
}

/** "11:20" */
export function clock(time: string): string {
  return time.slice(11, 16);
}

/** "Offset 6 says that 1 × oat-milk was sold at 11:20" */
export function told(at: At): string {
  const { sku, qty } = goodsOf(at);
  const verb = { GoodsDelivered: "delivered", GoodsSold: "sold", StockCounted: "counted" }[
    at.event?.type ?? ""
  ];
  return `Offset ${at.offset}: ${qty} × ${sku} ${verb} at ${clock(clockOf(at))}`;
}

export function countedBefore(at: At): string {
  const count = newest(at);
  const { sku } = goodsOf(at);
  return count
    ? `The newest count of ${sku}, ${goodsIn(count).qty} at ${clock(timeOf(count))}, is at offset ${count.metadata.position.offset}`
    : `There is no count of ${sku} before it`;
}

/** "Your stock of oat-milk went from 18 to 17", for the goods of which it is wrong. */
export function shows({ before, expected, actual }: At): string {
  if (sameJson(expected, actual)) return "There your code stopped";
  if (actual === null) return "Your shop has no `stock`";
  const [was, wanted, found] = [before, expected, actual].map(stockIn) as [
    JsonObject,
    JsonObject,
    JsonObject,
  ];
  const sku = Object.keys({ ...wanted, ...found }).find((each) => !sameJson(wanted[each], found[each])) ?? "";
  return sameJson(was[sku], found[sku])
    ? `Your stock of ${sku} stayed at ${shown(found[sku])}`
    : `Your stock of ${sku} went from ${shown(was[sku])} to ${shown(found[sku])}`;
}

function stockIn(compared: Json): JsonObject {
  return isObject(compared) ? compared : {};
}

/** "offset 8" or "offsets 5 and 7" */
export function offsets(events: Event[]): string {
  const all = events.map(({ metadata }) => metadata.position.offset);
  const last = all.pop();
  return all.length > 0 ? `offsets ${all.join(", ")} and ${last}` : `offset ${last}`;
}

/** A number with a real minus sign; anything else a learner may have put there, as JSON. */
function shown(qty: Json = 0): string {
  return typeof qty === "number" ? String(qty).replace("-", "−") : JSON.stringify(qty);
}

export function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
