import type { RawRecord } from "../../../engine/fold/event.ts";
import type { Entry, Scope, Slice } from "../../../engine/fold/trace.ts";
import type { EventTypesOfLog } from "../../../engine/shapes/event-types-of-log.ts";
import type { Exercise } from "../exercise/exercise-payload.ts";
import { readText } from "../log-text/log-reading.ts";

/** Where a log on the playground's tape came from. */
export type LogOrigin =
  /** What a first visitor finds. */
  | { kind: "first" }
  /** Pasted, or from a file. */
  | { kind: "given" }
  /** A log of the course that the site carries. */
  | { kind: "data-set" }
  /** A topic of the server's, read where the page is open. */
  | { kind: "topic" };

/** What was found while a log was read. */
export interface Found {
  lines: number;
  /** A sentence for each line that is no record, the first of them only, and how many there are. */
  problems: string[];
  bad: number;
  noEvents: number;
  types: EventTypesOfLog;
  /** How many records the log has; the tape may hold the first of them only. */
  count: number;
}

/** A log on the playground's tape. */
export interface OpenLog {
  origin: LogOrigin;
  name: string;
  /** All of them, or the first of a log too long to be held as a list. */
  records: RawRecord[];
  /** Where the rest of a long log is read from. */
  file?: Blob;
  found: Found;
}

/** How the log on the tape is folded, and how its state is drawn. */
export interface Choices {
  entry: Entry;
  scope: Scope;
  view: Exercise["view"];
}

export const defaultChoices: Choices = { entry: { kind: "reducer" }, scope: "all", view: "fitting" };

/** The slice of a log's topic that its records fill: from the first offset of each partition to its last. */
export function sliceOf({ records, name }: Pick<OpenLog, "records" | "name">): Slice {
  const ends = new Map<number, { partition: number; from: number; to: number }>();
  for (const { position } of records) {
    const { partition, offset } = position;
    const known = ends.get(partition);
    ends.set(partition, { partition, from: known?.from ?? offset, to: offset + 1 });
  }
  const partitions = [...ends.values()].sort((a, b) => a.partition - b.partition);
  return { topic: records[0]?.position.topic ?? name, partitions };
}

/** A log whose records are at hand already, as a file or a link brings them. */
export function openRecords(name: string, records: RawRecord[], origin: LogOrigin): OpenLog {
  const { types, noEvents } = readText(records.map(lineOf).join("\n"), name);
  const found = { lines: records.length, problems: [], bad: 0, noEvents, types, count: records.length };
  return { origin, name, records, found };
}

/** A record as a line that is read as the same record. */
export function lineOf({ position, timestamp, key, headers, value }: RawRecord): string {
  return JSON.stringify({ ...position, timestamp, key, headers, value });
}
