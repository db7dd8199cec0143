import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json, type JsonObject, sameJson } from "../../engine/fold/json.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";
import { goodsIn, isMovement, newestCount, timeOf } from "./logs.ts";

export function isMoved({ event }: CheckContext): boolean {
  return event !== null && isMovement(event);
}

export function isCounted({ event }: CheckContext): boolean {
  return event?.type === "StockCounted";
}

export function goodsOf({ event }: CheckContext) {
  return goodsIn(event as Event);
}

export function timeAt({ event }: CheckContext): string {
  return event ? timeOf(event) : "";
}

/** The newest count of these goods before this step. */
export function newestCountBefore(at: CheckContext): Event | undefined {
  return newestCount(at.history, goodsOf(at).sku);
}

/** The movements of these goods that came before the count at this step and happened after it. */
export function laterMovements(at: CheckContext): Event[] {
  return at.history.filter(
    (event) => isMovement(event) && goodsIn(event).sku === goodsOf(at).sku && timeOf(event) > timeAt(at),
  );
}

/** "11:20" */
export function clockTime(time: string): string {
  return time.slice(11, 16);
}

/** "Offset 6: 1 × oat-milk sold at 11:20" */
export function describeRecord(at: CheckContext): string {
  const { sku, qty } = goodsOf(at);
  const verb = { GoodsDelivered: "delivered", GoodsSold: "sold", StockCounted: "counted" }[
    at.event?.type ?? ""
  ];
  return `Offset ${at.offset}: ${qty} × ${sku} ${verb} at ${clockTime(timeAt(at))}`;
}

export function describeNewestCount(at: CheckContext): string {
  const count = newestCountBefore(at);
  const { sku } = goodsOf(at);
  return count
    ? `The newest count of ${sku}, ${goodsIn(count).qty} at ${clockTime(timeOf(count))}, is at offset ${count.metadata.position.offset}`
    : `There is no earlier count of ${sku}`;
}

/** "Your stock of oat-milk went from 18 to 17", for the goods of which it is wrong. */
export function describeStock({ before, expected, actual }: CheckContext): string {
  if (sameJson(expected, actual)) return "Your code stopped there";
  if (actual === null) return "Your shop has no `stock`";
  const [was, wanted, found] = [before, expected, actual].map(stockIn) as [
    JsonObject,
    JsonObject,
    JsonObject,
  ];
  const sku = Object.keys({ ...wanted, ...found }).find((each) => !sameJson(wanted[each], found[each])) ?? "";
  return sameJson(was[sku], found[sku])
    ? `Your stock of ${sku} stayed at ${formatNumber(found[sku])}`
    : `Your stock of ${sku} went from ${formatNumber(was[sku])} to ${formatNumber(found[sku])}`;
}

function stockIn(compared: Json): JsonObject {
  return isObject(compared) ? compared : {};
}

/** "offset 8" or "offsets 5 and 7" */
export function describeOffsets(events: Event[]): string {
  const all = events.map(({ metadata }) => metadata.position.offset);
  const last = all.pop();
  return all.length > 0 ? `offsets ${all.join(", ")} and ${last}` : `offset ${last}`;
}

/** A number with a real minus sign; anything else a learner may have put there, as JSON. */
function formatNumber(qty: Json = 0): string {
  return typeof qty === "number" ? String(qty).replace("-", "−") : JSON.stringify(qty);
}

export function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
