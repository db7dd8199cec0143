import type { NewEvent, RawRecord } from "../../../../engine/fold/event.ts";
import { whatIfTopic } from "../two-folds/what-if-topic.ts";

/** One record of a copy of a log. */
export interface CopiedRecord {
  /** Unique in the copy. A record of the log has the same as its key there. */
  id: string;
  record: RawRecord;
  /** Place in the log; null for one that is not from there. A second delivery has that of the first. */
  origin: number | null;
  /** Left out: it stands in the copy and is not folded. */
  skipped: boolean;
  /** Where its type or data is another one than in the log. */
  edited: boolean;
  /** Delivered once more. */
  again: boolean;
}

/** A copy of a log, to be changed: skipped, edited, put in, moved, delivered twice. The log stays as it is. */
export interface LogCopy {
  records: CopiedRecord[];
  /** Counts what was put in or doubled, so that no id comes twice. */
  made: number;
}

/** `keys` are the records' keys, in their order, each once. */
export function copyOf(records: RawRecord[], keys: string[]): LogCopy {
  return {
    records: records.map((record, origin) => ({
      id: keys[origin] as string,
      record,
      origin,
      skipped: false,
      edited: false,
      again: false,
    })),
    made: 0,
  };
}

/** Leaves a record out, or takes it in again. A record that was put in or doubled goes for good. */
export function skip(copy: LogCopy, id: string): LogCopy {
  const records = copy.records.flatMap((one) => {
    if (one.id !== id) return [one];
    return one.origin === null || one.again ? [] : [{ ...one, skipped: !one.skipped }];
  });
  return { ...copy, records };
}

/** The copy with this record left out, whether it was before or not. */
export function removeRecord(copy: LogCopy, id: string): LogCopy {
  const isIn = copy.records.some((one) => one.id === id && !one.skipped);
  return isIn ? skip(copy, id) : copy;
}

/** Gives a record another type, other data; its place, key and metadata stay. */
export function edit(copy: LogCopy, id: string, { type, data }: Pick<NewEvent, "type" | "data">): LogCopy {
  const records = copy.records.map((one) => {
    if (one.id !== id) return one;
    const value = JSON.stringify({ ...eventIn(one.record), type, data });
    return { ...one, record: { ...one.record, value }, edited: one.origin !== null };
  });
  return { ...copy, records };
}

/** Puts an event in, at this place of the copy. It gets a position that says that it is from no log. */
export function insert(copy: LogCopy, place: number, key: string | null, event: NewEvent): LogCopy {
  const position = { topic: whatIfTopic, partition: 0, offset: copy.made };
  const neighbour = copy.records[place - 1] ?? copy.records[place];
  const record: RawRecord = {
    position,
    timestamp: neighbour?.record.timestamp ?? 0,
    key,
    headers: {},
    value: JSON.stringify(event),
  };
  const put: CopiedRecord = {
    id: `new ${copy.made}`,
    record,
    origin: null,
    skipped: false,
    edited: false,
    again: false,
  };
  return { records: copy.records.toSpliced(place, 0, put), made: copy.made + 1 };
}

/** Delivers a record once more, right after itself: the same record at the same position. */
export function duplicateRecord(copy: LogCopy, id: string): LogCopy {
  const place = copy.records.findIndex((one) => one.id === id);
  const one = copy.records[place];
  if (!one) return copy;
  const second = { ...one, id: `${id} again ${copy.made}`, skipped: false, again: true };
  return { records: copy.records.toSpliced(place + 1, 0, second), made: copy.made + 1 };
}

/** Moves a record to another place of the copy; past either end it stops there. */
export function move(copy: LogCopy, id: string, to: number): LogCopy {
  const from = copy.records.findIndex((one) => one.id === id);
  const one = copy.records[from];
  if (!one) return copy;
  const place = Math.max(0, Math.min(copy.records.length - 1, to));
  return { ...copy, records: copy.records.toSpliced(from, 1).toSpliced(place, 0, one) };
}

/** What is folded of a copy, with the records' keys. */
export function foldedFromTrace({ records }: LogCopy): { records: RawRecord[]; keys: string[] } {
  const folded = records.filter(({ skipped }) => !skipped);
  return { records: folded.map(({ record }) => record), keys: folded.map(({ id }) => id) };
}

/** Whether a copy is folded as the log is. */
export function isUnchanged({ records }: LogCopy): boolean {
  return records.every(
    ({ origin, skipped, edited, again: twice }, place) => origin === place && !skipped && !edited && !twice,
  );
}

function eventIn({ value }: RawRecord): object {
  try {
    const parsed: unknown = JSON.parse(value ?? "null");
    return typeof parsed === "object" && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
