import type { Event, Position } from "../../engine/fold/event.ts";
import { isObject, type Json } from "../../engine/fold/json.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";
import { joinWithAnd, partsOf } from "../../engine/grading/message-parts.ts";
import { countInFigures, countInWords } from "../cart-read-only/messages.ts";
import { keyOf } from "./domain.ts";

/** "partition 2, offset 3"; in a generated log, which has one partition, "offset 3". */
export function describePlace({ topic, partition, offset }: Position): string {
  return topic === "given" ? `offset ${offset}` : `partition ${partition}, offset ${offset}`;
}

/** "At partition 0, offset 1, the record of cart-1 added two pairs of pants." */
export function describeRecord(event: Event): string {
  const { sku, qty } = partsOf(event.data);
  const record = `At ${describePlace(event.metadata.position)}, the record of ${keyOf(event)}`;
  if (event.type === "ItemAdded") return `${record} added ${countInWords(String(sku), Number(qty))}.`;
  if (event.type === "ItemRemoved") return `${record} took out ${countInWords(String(sku), Number(qty))}.`;
  return `${record} is ${event.type}.`;
}

/** "2 pairs of pants and 1 hat": what a cart of a compared state shows. */
export function describeCart(compared: Json, name: string): string {
  const cart = partsOf(compared)[name];
  if (cart === undefined) return "nothing";
  if (!isObject(cart)) return JSON.stringify(cart);
  return joinWithAnd(Object.entries(cart).map(([sku, qty]) => countInFigures(sku, qty)));
}

/** "Your cart-1 went from 2 pairs of pants to nothing." */
export function describeChange(at: CheckContext, name: string): string {
  const [before, now] = [describeCart(at.before, name), describeCart(at.actual, name)];
  return before === now ? `Your ${name} still shows ${now}.` : `Your ${name} went from ${before} to ${now}.`;
}
