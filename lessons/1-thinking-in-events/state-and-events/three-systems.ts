import type { AppendOnlyLogRecord } from "../../../figures/log-and-table/append-only-log.tsx";
import type { TableRow } from "../../../figures/log-and-table/overwritten-table.tsx";
import { type AccountEvent, accountAfter, describeData, exampleEvents, minuteOf } from "./account-events.ts";

/** The phone app writes the row and not the audit table. It was used for the last change of the night. */
const byPhoneApp = 5;

/** A write to the table: the address and the time of the update. Null where the event is not about the address. */
function writeAt(event: AccountEvent | undefined): string[] | null {
  return event === undefined || event.type === "GiftCardBought" ? null : [event.data.email, minuteOf(event)];
}

export const customerColumns = ["email", "updated_at"];

/** The row of the customer after these events; the newest write shows for one step what it wrote over. */
export function customersTable(events: AccountEvent[]): TableRow[] {
  const writes = events.flatMap((event) => {
    const write = writeAt(event);
    return write ? [write] : [];
  });
  const [before, newest] = [writes.at(-2), writes.at(-1)];
  if (newest === undefined) return [];
  const fresh = writeAt(events.at(-1)) !== null;
  const cells = newest.map((value, column) => {
    const overwrote = fresh ? before?.[column] : undefined;
    return overwrote === undefined ? { value } : { value, overwrote };
  });
  return [{ id: "customer-17", cells }];
}

export const auditColumns = ["changed_at", "new_email"];

/** The audit table after these events: one line for each change that came through the web site. */
export function auditTable(events: AccountEvent[]): TableRow[] {
  return events.flatMap((event, offset) => {
    const write = writeAt(event);
    if (write === null || offset === byPhoneApp) return [];
    const [email = "", time = ""] = write;
    return [{ id: String(offset), cells: [{ value: time }, { value: email }] }];
  });
}

/** The records as lines of a log page. */
export function logLines(): AppendOnlyLogRecord[] {
  return exampleEvents.map((event, offset) => ({
    offset,
    time: minuteOf(event),
    type: event.type,
    words: describeData(event),
  }));
}

export type System = "the table" | "the audit table" | "the log";
export const systems: System[] = ["the table", "the audit table", "the log"];

/** The address that a system can compute after it has lost the current state; null where nothing is left. */
export function recoveredAddress(system: System, events: AccountEvent[]): string | null {
  if (system === "the table") return null;
  if (system === "the log") return accountAfter(events).current || null;
  return auditTable(events).at(-1)?.cells[1]?.value ?? null;
}

/** What somebody asked the shop to do, and what each system wrote down. */
export function narration(events: AccountEvent[]): string {
  const event = events.at(-1);
  if (event === undefined) return "Before offset 0: there is no account yet.";
  const place = `Offset ${events.length - 1}, ${minuteOf(event)}.`;
  if (event.type === "GiftCardBought")
    return `${place} A gift card is bought. No system changes the address, and only the log has a record.`;
  if (event.type === "Registered") return `${place} Sanjana registers. Every system stores her address.`;
  const change = `${place} The address is changed to ${event.data.email}`;
  return events.length - 1 === byPhoneApp
    ? `${change} with the phone app, which does not write to the audit table.`
    : `${change} on the web site.`;
}
