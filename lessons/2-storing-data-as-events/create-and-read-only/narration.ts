import type { AppendOnlyLogRecord } from "../../../figures/log-and-table/append-only-log.tsx";
import type { TimelineEvent } from "../../../figures/timeline/timeline.tsx";
import { changeBy, type ExampleEvent, linesAfter, timeOf } from "./example-events.ts";

const plural: Record<string, string> = { "t-shirt": "t-shirts", hat: "hats" };
const counted = ["no", "one", "two", "three"];

/** The records as lines of a log page. */
export function logLines(events: ExampleEvent[]): AppendOnlyLogRecord[] {
  return events.map((event, offset) => ({
    offset,
    time: timeOf(event),
    type: event.type,
    words: describeEventBriefly(event),
  }));
}

/** The records at the minute at which each happened. */
export function onTheClock(events: ExampleEvent[]): TimelineEvent[] {
  return events.map((event) => ({
    at: Date.parse(event.metadata.occurredAt),
    time: timeOf(event),
    type: event.type,
    words: describeEventBriefly(event),
  }));
}

/** "e2: t-shirt +2". */
function describeEventBriefly(event: ExampleEvent): string {
  const { id } = event.metadata;
  if (event.type === "CartOpened") return `${id}: by ${event.data.shopper}`;
  if (event.type === "AdditionReverted") return `${id}: takes back ${event.data.revertsId}`;
  return `${id}: ${event.data.sku} ${event.type === "ItemAdded" ? "+" : "−"}${event.data.qty}`;
}

/** "Offset 2, 09:02. Two t-shirts added. T-shirts: 0, now 2.", about the last of the events. */
export function narration(events: ExampleEvent[]): string {
  const event = events.at(-1);
  if (!event) return "Before offset 0: an empty cart.";
  const before = events.slice(0, -1);
  const place = `Offset ${before.length}, ${timeOf(event)}. ${happened(event)}.`;
  const change = changeBy(event, before);
  if (!change) return `${place} ${whyUnchanged(event)}`;
  const [was, now] = [linesAfter(before)[change.sku] ?? 0, linesAfter(events)[change.sku] ?? 0];
  return `${place} ${capital(many(change.sku))}: ${was}, now ${now}.`;
}

function whyUnchanged(event: ExampleEvent): string {
  return event.type === "AdditionReverted"
    ? `Nothing of ${event.data.revertsId} is left to take back, so the cart does not change.`
    : "The cart is still empty.";
}

function happened(event: ExampleEvent): string {
  if (event.type === "CartOpened") return `Cart opened by ${capital(event.data.shopper)}`;
  if (event.type === "AdditionReverted") return `A correction names addition ${event.data.revertsId}`;
  const { sku, qty } = event.data;
  const things =
    sku === "pants" ? (qty === 1 ? "pair of pants" : "pairs of pants") : qty === 1 ? sku : many(sku);
  return `${capital(counted[qty] ?? String(qty))} ${things} ${event.type === "ItemAdded" ? "added" : "taken out"}`;
}

function many(sku: string): string {
  return plural[sku] ?? sku;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
