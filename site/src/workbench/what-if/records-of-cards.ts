import type { LogRecord, RawRecord } from "../../../../engine/fold/event.ts";
import type { TapeCard } from "../tape/tape-cards.ts";

/** So much of a log is copied: the copy goes with every request beside the code, in a message of 128 KB at most. */
export const copyLimits = { records: 300, characters: 50_000 };

/** The first records of a tape, as far as a copy goes, and how many there are. */
export function recordsOfCards(cards: TapeCard[]): { records: RawRecord[]; of: number } {
  const all = cards.flatMap(({ record }) => (record ? [rawOf(record)] : []));
  let characters = 0;
  const end = all.findIndex(({ key, value }, place) => {
    characters += (key?.length ?? 0) + (value?.length ?? 0) + 100;
    return place >= copyLimits.records || characters > copyLimits.characters;
  });
  return { records: end < 0 ? all : all.slice(0, end), of: all.length };
}

/** A record as Kafka keeps it, with all that reading has filled in. */
function rawOf(record: LogRecord): RawRecord {
  const { position, timestamp, key, headers } = record;
  const placed = { position, timestamp, key, headers };
  if ("tombstone" in record) return { ...placed, value: null };
  if ("notAnEvent" in record) return { ...placed, value: record.value };
  const { type, data, metadata } = record.event;
  const { id, version, occurredAt, causationId, correlationId } = metadata;
  const given = {
    id,
    version,
    occurredAt,
    ...(causationId !== undefined && { causationId }),
    ...(correlationId !== undefined && { correlationId }),
  };
  return { ...placed, value: JSON.stringify({ type, data, metadata: given }) };
}
