import type { RawRecord } from "../../../engine/fold/event.ts";
import { isObject, type JsonObject } from "../../../engine/fold/json.ts";
import type { Slice } from "../../../engine/fold/trace.ts";
import type { LongLog } from "../../../engine/long-fold/long-log.ts";

/** Between the last record of one round and the first of the next, in milliseconds. */
const pause = 60_000;

interface Part {
  first: number;
  /** From the first offset of a round to that of the next. */
  span: number;
  /** Place in the round by offset in it. */
  places: Map<number, number>;
}

/**
 * A short log over and over, as if the same had happened again and again: offsets and times go on, keys stay, and every
 * event has an id of its own. No record is kept; each is made when it is read.
 */
export function repeated({ topic }: Slice, records: RawRecord[], times: number): LongLog {
  const round = records.length;
  const count = round * times;
  const moments = records.map(({ timestamp }) => timestamp);
  const lasts = Math.max(...moments) - Math.min(...moments) + pause;
  const parts = partsOf(records);
  const values = records.map(({ value }) => laterValue(value));
  const at = (place: number): RawRecord => {
    const i = place % round;
    const n = Math.floor(place / round);
    const record = records[i] as RawRecord;
    const { span } = parts.get(record.position.partition) as Part;
    return {
      ...record,
      position: { ...record.position, offset: record.position.offset + n * span },
      timestamp: record.timestamp + n * lasts,
      value: (values[i] as (n: number, by: number) => string | null)(n, n * lasts),
    };
  };
  const partitions = [...parts].map(([partition, { first, span }]) => ({
    partition,
    from: first,
    to: first + times * span,
  }));
  return {
    slice: { topic, partitions },
    count,
    read: async (from, to) =>
      Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, i) => at(from + i)),
    placeOf({ partition, offset }) {
      const part = parts.get(partition);
      if (!part) return null;
      const n = Math.floor((offset - part.first) / part.span);
      const place = part.places.get(offset - n * part.span);
      return place === undefined || n < 0 || n >= times ? null : n * round + place;
    },
  };
}

function partsOf(records: RawRecord[]): Map<number, Part> {
  const parts = new Map<number, Part>();
  for (const [place, { position }] of records.entries()) {
    const part = parts.get(position.partition) ?? { first: position.offset, span: 0, places: new Map() };
    part.span = position.offset - part.first + 1;
    part.places.set(position.offset, place);
    parts.set(position.partition, part);
  }
  return parts;
}

/** The value of the same record in a later round: its event has another id and another time. */
function laterValue(value: string | null): (round: number, by: number) => string | null {
  const event = value === null ? null : objectIn(value);
  const metadata = event && isObject(event.metadata) ? event.metadata : null;
  if (!event || !metadata) return () => value;
  const { id, occurredAt } = metadata;
  const moment = typeof occurredAt === "string" ? Date.parse(occurredAt) : Number.NaN;
  // Cut once where the two stand, so that a million records are put together and not parsed.
  const [idMark, timeMark] = ["\u0001id", "\u0001time"];
  const marked = JSON.stringify({
    ...event,
    metadata: {
      ...metadata,
      ...(typeof id === "string" && { id: idMark }),
      ...(!Number.isNaN(moment) && { occurredAt: timeMark }),
    },
  });
  const pieces = marked.split(/("\\u0001id"|"\\u0001time")/);
  return (round, by) =>
    round === 0
      ? value
      : pieces
          .map((piece) => {
            if (piece === JSON.stringify(idMark)) return JSON.stringify(`${id}-${round}`);
            if (piece === JSON.stringify(timeMark))
              return JSON.stringify(new Date(moment + by).toISOString());
            return piece;
          })
          .join("");
}

function objectIn(value: string): JsonObject | null {
  try {
    const parsed = JSON.parse(value);
    return isObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
