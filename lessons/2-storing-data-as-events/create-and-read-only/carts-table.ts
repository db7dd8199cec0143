import type { TableRow } from "../../../figures/log-and-table/overwritten-table.tsx";
import { type ExampleEvent, linesAfter, timeOf } from "./example-events.ts";

export const tableColumns = ["item", "qty", "updated_at"];

interface Write {
  sku: string;
  qty: number;
  time: string;
}

/** What a shop with a table writes at this event: the new count of one item. Null when there is nothing to store. */
function writeAt(events: ExampleEvent[]): Write | null {
  const event = events.at(-1);
  if (!event || event.type === "CartOpened") return null;
  // A colleague who fixes the cart in the form saves the count she wants to see, also when somebody did so before her.
  const sku = event.type === "AdditionReverted" ? skuOf(events, event.data.revertsId) : event.data.sku;
  return { sku, qty: linesAfter(events)[sku] ?? 0, time: timeOf(event) };
}

function skuOf(events: ExampleEvent[], id: string): string {
  const addition = events.find(({ metadata }) => metadata.id === id);
  return addition?.type === "ItemAdded" ? addition.data.sku : id;
}

/** The writes up to here, newest last. */
function writesUpTo(events: ExampleEvent[]): Write[] {
  return events.flatMap((_, i) => writeAt(events.slice(0, i + 1)) ?? []);
}

/** The rows of `carts` after these events; the newest write shows what it wrote over. */
export function cartsTable(events: ExampleEvent[]): TableRow[] {
  const rows = new Map<string, { write: Write; before?: Write }>();
  for (const write of writesUpTo(events)) rows.set(write.sku, { write, before: rows.get(write.sku)?.write });
  const newest = writeAt(events);
  return [...rows.values()].map(({ write, before }) => {
    const fresh = newest?.sku === write.sku ? before : undefined;
    return {
      id: write.sku,
      cells: [
        { value: write.sku },
        cell(String(write.qty), fresh && String(fresh.qty)),
        cell(write.time, fresh?.time),
      ],
    };
  });
}

function cell(value: string, overwrote: string | undefined) {
  return overwrote === undefined || overwrote === value ? { value } : { value, overwrote };
}

/** What the last write did to the table, in words. */
export function tableNarration(events: ExampleEvent[]): string {
  const write = writeAt(events);
  if (!write) return "Nothing to store yet: an empty cart has no rows.";
  const before = writesUpTo(events.slice(0, -1)).findLast(({ sku }) => sku === write.sku);
  if (!before) return `${write.sku}: the shop inserts a row with the number ${write.qty}.`;
  const over = `${write.sku}: the shop writes ${write.qty} over ${before.qty}.`;
  return before.qty === write.qty ? `${over} The row looks as before, so nobody can see this write.` : over;
}
