import { isObject, type Json, plainNumbers } from "./json.ts";

/** The position of a record. An offset means nothing without its partition. */
export interface Position {
  topic: string;
  partition: number;
  offset: number;
}

export interface EventMetadata {
  id: string;
  version: number;
  /** ISO 8601. When it happened, as the producer says; `timestamp` is what the record carries. */
  occurredAt: string;
  causationId?: string;
  correlationId?: string;
  key: string | null;
  position: Position;
  /** Milliseconds since the epoch, as Kafka keeps it. */
  timestamp: number;
}

/** A fact in the past tense, with everything a learner's code may ask about it. */
export interface Event {
  type: string;
  data: Json;
  metadata: EventMetadata;
}

/** An event before it is appended: the log fills in what is missing. */
export interface NewEvent {
  type: string;
  data: Json;
  metadata?: {
    id?: string;
    version?: number;
    occurredAt?: string;
    causationId?: string;
    correlationId?: string;
  };
}

/** A record as Kafka keeps it. `value` is the UTF-8 text; null is a tombstone. */
export interface RawRecord {
  position: Position;
  timestamp: number;
  key: string | null;
  /** By name; of a name that is repeated, the last value. */
  headers: Record<string, string>;
  value: string | null;
  /** Only where the text says less than the bytes. */
  exact?: ExactParts;
}

/** What is lost when a record's bytes are read as text. */
export interface ExactParts {
  /** All headers in their order, where a name is repeated or a value is null. */
  headers?: [name: string, value: string | null][];
  /** The length in bytes of a key that is not valid UTF-8. */
  keyBytes?: number;
  /** The length in bytes of a value that is not valid UTF-8. */
  valueBytes?: number;
}

/** A record as it is read: an event, a tombstone, or something else with the reason why it is not an event. */
export type LogRecord = Omit<RawRecord, "value"> &
  ({ event: Event } | { tombstone: true } | { notAnEvent: string; value: string });

export function formatPosition({ topic, partition, offset }: Position): string {
  return `${topic}-${partition}@${offset}`;
}

/** The last moment that a date of JavaScript can name, in milliseconds since the epoch; the first lies as far before it. */
const lastMoment = 8_640_000_000_000_000;

/** Reads a record's value as an event `{ type, data, metadata? }` and fills in the metadata that is missing. */
export function readRecord(raw: RawRecord): LogRecord {
  const { value, ...placed } = raw;
  if (value === null) return { ...placed, tombstone: true };
  const other = (notAnEvent: string): LogRecord => ({ ...placed, notAnEvent, value });
  let parsed: unknown;
  try {
    parsed = JSON.parse(plainNumbers(value));
  } catch {
    return other("The value is not JSON.");
  }
  if (!isObject(parsed)) return other("The value is not a JSON object.");
  if (typeof parsed.type !== "string" || parsed.type === "") return other('The value has no "type".');
  if (!Object.hasOwn(parsed, "data")) return other('The value has no "data".');
  if (Math.abs(raw.timestamp) > lastMoment) return other("No date can name the record's time.");
  const given = isObject(parsed.metadata) ? parsed.metadata : {};
  const text = (name: string) => (typeof given[name] === "string" ? (given[name] as string) : undefined);
  const causationId = text("causationId");
  const correlationId = text("correlationId");
  return {
    ...placed,
    event: {
      type: parsed.type,
      data: parsed.data as Json,
      metadata: {
        id: text("id") ?? formatPosition(raw.position),
        version: typeof given.version === "number" ? given.version : 1,
        occurredAt: text("occurredAt") ?? new Date(raw.timestamp).toISOString(),
        ...(causationId !== undefined && { causationId }),
        ...(correlationId !== undefined && { correlationId }),
        key: raw.key,
        position: raw.position,
        timestamp: raw.timestamp,
      },
    },
  };
}
