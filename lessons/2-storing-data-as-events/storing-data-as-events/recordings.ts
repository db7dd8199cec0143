import type { AppendOnlyLogRecord } from "../../../figures/log-and-table/append-only-log.tsx";
import { type CartEvent, exampleEvents, linesAfter, price, timeOf } from "./cart-events.ts";

/** Three ways to write down the same saves. */
export type Recording = "whole carts" | "new values" | "domain events";
export const recordings: Recording[] = ["whole carts", "new values", "domain events"];

/** What each way writes, in one sentence. */
export const recordingWords: Record<Recording, string> = {
  "whole carts": "Each save writes the whole cart: a row image.",
  "new values": "Each save writes the field that changed, and its new value.",
  "domain events": "Each save writes what happened, in the words of the shop.",
};

/** The records of one way to write down the whole story. */
export function recordsOf(recording: Recording): AppendOnlyLogRecord[] {
  return exampleEvents.map((event, offset) => ({
    offset,
    time: timeOf(event),
    ...written(recording, exampleEvents.slice(0, offset + 1), event),
  }));
}

/** What one way writes at the last of these events: a type, and the data in a few words. */
function written(
  recording: Recording,
  events: CartEvent[],
  event: CartEvent,
): { type: string; words: string } {
  if (recording === "domain events") return { type: event.type, words: domainWords(event) };
  if (recording === "whole carts") return { type: "CartUpdated", words: cartWords(events) };
  if (event.type === "CartOpened") return { type: "FieldSet", words: `shopper = ${event.data.shopper}` };
  const { sku } = event.data;
  return { type: "FieldSet", words: `${sku} = ${linesAfter(events)[sku]?.qty ?? 0}` };
}

function domainWords(event: CartEvent): string {
  if (event.type === "CartOpened") return `by ${event.data.shopper}`;
  const { sku, qty } = event.data;
  if (event.type === "ItemAdded") return `${sku} +${qty} at ${price(event.data.unitPriceCents)}`;
  return `${sku} −${qty}${event.type === "ItemWithdrawn" ? `: ${event.data.reason}` : ""}`;
}

/** "t-shirt 1, hat 2", as a carts table without prices holds it. */
export function cartWords(events: CartEvent[]): string {
  const lines = Object.entries(linesAfter(events));
  return lines.length === 0 ? "empty" : lines.map(([sku, { qty }]) => `${sku} ${qty}`).join(", ");
}
