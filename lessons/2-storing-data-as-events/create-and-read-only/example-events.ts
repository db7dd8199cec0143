/** Sanjana's morning as it lies in `course.carts`, and what it comes to. Offsets are places in the list. */
export type ExampleEvent =
  | EventOf<"CartOpened", { shopper: string }>
  | EventOf<"ItemAdded", { sku: string; qty: number }>
  | EventOf<"ItemRemoved", { sku: string; qty: number }>
  | EventOf<"AdditionReverted", { revertsId: string; reason: string }>;

interface EventOf<Type, Data> {
  type: Type;
  data: Data;
  metadata: { id: string; occurredAt: string };
}

export type Lines = Record<string, number>;

const at = (id: string, time: string) => ({ id, occurredAt: `2026-03-02T${time}Z` });
const reason = "not pressed by the shopper";

export const exampleEvents: ExampleEvent[] = [
  { type: "CartOpened", data: { shopper: "sanjana" }, metadata: at("e0", "09:00:00") },
  { type: "ItemAdded", data: { sku: "pants", qty: 2 }, metadata: at("e1", "09:01:10") },
  { type: "ItemAdded", data: { sku: "t-shirt", qty: 2 }, metadata: at("e2", "09:02:31") },
  { type: "ItemAdded", data: { sku: "t-shirt", qty: 1 }, metadata: at("e3", "09:05:02") },
  { type: "ItemRemoved", data: { sku: "pants", qty: 1 }, metadata: at("e4", "09:06:40") },
  { type: "ItemAdded", data: { sku: "hat", qty: 1 }, metadata: at("e5", "09:08:15") },
  { type: "AdditionReverted", data: { revertsId: "e2", reason }, metadata: at("e6", "09:14:00") },
  { type: "AdditionReverted", data: { revertsId: "e2", reason }, metadata: at("e7", "09:14:20") },
];

/** When Sanjana calls: between the last thing she did and the correction. */
export const helpDesk = { at: Date.parse("2026-03-02T09:12:00Z"), words: "she calls" };

/** The lines of the cart after these events. */
export function linesAfter(events: ExampleEvent[]): Lines {
  const lines: Lines = {};
  events.forEach((event, index) => {
    const change = changeBy(event, events.slice(0, index));
    if (!change) return;
    const left = (lines[change.sku] ?? 0) + change.qty;
    if (left === 0) delete lines[change.sku];
    else lines[change.sku] = left;
  });
  return lines;
}

/** What an event does to which line, given the events before it; null when it does nothing. */
export function changeBy(event: ExampleEvent, before: ExampleEvent[]): { sku: string; qty: number } | null {
  if (event.type === "ItemAdded") return event.data;
  if (event.type === "ItemRemoved") return { sku: event.data.sku, qty: -event.data.qty };
  if (event.type === "CartOpened") return null;
  const { revertsId } = event.data;
  const done = before.some(
    (other) => other.type === "AdditionReverted" && other.data.revertsId === revertsId,
  );
  const addition = before.find(({ metadata }) => metadata.id === revertsId);
  return !done && addition?.type === "ItemAdded" ? { sku: addition.data.sku, qty: -addition.data.qty } : null;
}

/** "09:02". */
export function timeOf({ metadata }: ExampleEvent): string {
  return metadata.occurredAt.slice(11, 16);
}
