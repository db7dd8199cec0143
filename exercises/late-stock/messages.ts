import type { Event } from "../../engine/fold/event.ts";
import { sameJson } from "../../engine/fold/json.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";
import { differingParts, formatNumber, offsetOf, partsOf } from "../../engine/grading/message-parts.ts";
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
    ? `The newest count of ${sku}, ${goodsIn(count).qty} at ${clockTime(timeOf(count))}, is at offset ${offsetOf(count)}`
    : `There is no earlier count of ${sku}`;
}

/** "Your stock of oat-milk went from 18 to 17", for the goods of which it is wrong. */
export function describeStock({ before, expected, actual }: CheckContext): string {
  if (sameJson(expected, actual)) return "Your code stopped there";
  if (actual === null) return "Your shop has no `stock`";
  const [sku = ""] = differingParts(expected, actual);
  const [was = 0, found = 0] = [partsOf(before)[sku], partsOf(actual)[sku]];
  return sameJson(was, found)
    ? `Your stock of ${sku} stayed at ${formatNumber(found)}`
    : `Your stock of ${sku} went from ${formatNumber(was)} to ${formatNumber(found)}`;
}
