import type { RawRecord } from "../../../engine/fold/event.ts";
import { isObject, type JsonObject } from "../../../engine/fold/json.ts";
import type { Slice } from "../../../engine/fold/trace.ts";
import type { LongLog } from "../../../engine/long-fold/long-log.ts";

/** A short log so many times over, each time later. With `ownKeys` each time is about other keys. */
export interface RepeatedLog {
  kind: "repeated";
  slice: Slice;
  records: RawRecord[];
  times: number;
  ownKeys?: boolean;
}

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
 * A short log over and over, as if the same had happened again and again: offsets and times go on, every event has an id
 * of its own, and an event that names another of its round by id names the one of its own round. Keys stay, or with
 * `ownKeys` are others in each round: the same happens to another cart. No record is kept; each is made when it is read.
 */
export function repeatedLog({
  slice: { topic },
  records,
  times,
  ownKeys = false,
}: Omit<RepeatedLog, "kind">): LongLog {
  const round = records.length;
  const count = round * times;
  const moments = records.map(({ timestamp }) => timestamp);
  const lasts = Math.max(...moments) - Math.min(...moments) + pause;
  const parts = partsOf(records);
  const ids = new Set(records.flatMap(({ value }) => idOf(value) ?? []));
  const values = records.map(({ value }) => laterValue(value, ids));
  const at = (place: number): RawRecord => {
    const i = place % round;
    const n = Math.floor(place / round);
    const record = records[i] as RawRecord;
    const { span } = parts.get(record.position.partition) as Part;
    return {
      ...record,
      position: { ...record.position, offset: record.position.offset + n * span },
      timestamp: record.timestamp + n * lasts,
      key: ownKeys && n > 0 && record.key !== null ? `${record.key}-${n + 1}` : record.key,
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

/** How text that differs from round to round begins in a value that is cut there: what it is, then the text of round 0. */
const mark = { id: "\u0001id:", time: "\u0001time:" };

/**
 * The value of the same record in a later round: its event has another id and another time, and what its data says of
 * other events of the log, by their `ids`, it says of those of its round.
 */
function laterValue(value: string | null, ids: Set<string>): (round: number, by: number) => string | null {
  const event = value === null ? null : objectIn(value);
  const metadata = event && isObject(event.metadata) ? event.metadata : null;
  if (!event || !metadata) return () => value;
  const { occurredAt } = metadata;
  const hasTime = typeof occurredAt === "string" && !Number.isNaN(Date.parse(occurredAt));
  const markId = (_: string, text: unknown) =>
    typeof text === "string" && ids.has(text) ? mark.id + text : text;
  // Cut once where they stand, so that a million records are put together and not parsed.
  const marked = JSON.stringify(
    { ...event, metadata: { ...metadata, ...(hasTime && { occurredAt: mark.time + occurredAt }) } },
    markId,
  );
  const pieces = marked.split(/("\\u0001(?:[^"\\]|\\.)*")/).map(pieceOf);
  return (round, by) => (round === 0 ? value : pieces.map((piece) => piece(round, by)).join(""));
}

/** A piece of a value: text that stays, or what stands there in a round. */
function pieceOf(piece: string): (round: number, by: number) => string {
  const text = piece.startsWith('"\\u0001') ? (JSON.parse(piece) as string) : "";
  if (text.startsWith(mark.id)) {
    const id = text.slice(mark.id.length);
    return (round) => JSON.stringify(`${id}-${round}`);
  }
  if (text.startsWith(mark.time)) {
    const moment = Date.parse(text.slice(mark.time.length));
    return (_, by) => JSON.stringify(new Date(moment + by).toISOString());
  }
  return () => piece;
}

function idOf(value: string | null): string | null {
  const metadata = value === null ? null : objectIn(value)?.metadata;
  return isObject(metadata) && typeof metadata.id === "string" ? metadata.id : null;
}

function objectIn(value: string): JsonObject | null {
  try {
    const parsed = JSON.parse(value);
    return isObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
