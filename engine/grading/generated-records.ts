import type { Arbitrary } from "fast-check";
import type { NewEvent } from "../fold/event.ts";
import type { Json } from "../fold/json.ts";
import type { Case } from "./checks.ts";

/** What the records of a log have in common. */
export interface LogForm {
  key: string;
  /** The id of the first record, as in "tx-101"; the next ones count on from its number. */
  firstId: string;
  /** When the first record happened, and how many minutes after it the next one. */
  start: string;
  minutes?: number;
}

/** A log that is written record by record. `write` returns the id of the new record, and takes another time in ms. */
export function newLog({ key, firstId, start, minutes = 1 }: LogForm) {
  const records: Case["records"] = [];
  const write = (type: string, data: Json, time = Date.parse(start) + records.length * minutes * 60_000) => {
    const id = firstId.replace(/\d+$/, (first) => String(Number(first) + records.length));
    records.push({ key, event: { type, data, metadata: { id, occurredAt: new Date(time).toISOString() } } });
    return id;
  };
  return { records, write };
}

/** The records of these events. */
export function recordsOf(form: LogForm, events: Pick<NewEvent, "type" | "data">[]): Case["records"] {
  const { records, write } = newLog(form);
  for (const { type, data } of events) write(type, data);
  return records;
}

/** One of these names, each group as often as its weight says: `weighted(fc, [8, "add"], [3, "remove", "empty"])`. */
export function weighted<const Name>(
  fc: typeof import("fast-check"),
  ...groups: [weight: number, ...names: Name[]][]
): Arbitrary<Name> {
  return fc.oneof(...groups.map(([weight, ...names]) => ({ weight, arbitrary: fc.constantFrom(...names) })));
}
