import { type RawRecord, readRecord } from "../../../engine/fold/event.ts";
import type { ShownRecord } from "../../../engine/labs/topics/topic-events.ts";

/** Longer data is left out of what a lab shows: other clients may append anything. */
const mostCharacters = 400;
const mostKeyCharacters = 60;

/** A record of the log as a lab's events carry it. */
export function shownRecord({ position, timestamp, key, ...rest }: RawRecord): ShownRecord {
  const { partition, offset } = position;
  const shownKey = key === null ? null : key.slice(0, mostKeyCharacters);
  const read = readRecord({ position, timestamp, key, ...rest });
  const placed = { partition, offset, timestamp, key: shownKey };
  if ("tombstone" in read) return { ...placed, type: null, data: null };
  if ("notAnEvent" in read) return { ...placed, type: "", data: read.value.slice(0, mostCharacters) };
  const { type, data } = read.event;
  const fits = JSON.stringify(data).length <= mostCharacters;
  return { ...placed, type: type.slice(0, mostKeyCharacters), data: fits ? data : null };
}
