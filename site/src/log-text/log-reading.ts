import { type RawRecord, readRecord } from "../../../engine/fold/event.ts";
import { addEventType, type EventTypesOfLog } from "../../../engine/shapes/event-types-of-log.ts";
import { bad } from "../../../language/english/ndjson.ts";
import { parseLine } from "./parse-line.ts";
import type { ParsedLine } from "./parsed-line.ts";

/** A log as it is read, line by line. */
export interface LogReading {
  records: RawRecord[];
  /** A sentence for each line that is no record, the first of them only. */
  problems: string[];
  /** How many lines are no record. */
  bad: number;
  /** How many lines have been read, empty ones too. */
  lines: number;
  /** How many of the records are no events: tombstones, and values of another shape. */
  noEvents: number;
  types: EventTypesOfLog;
  /** Takes the next line. */
  read(line: string): void;
}

/** So many lines that are no record are told of; the others are counted. */
export const maxProblems = 50;
/** A longer line is no record of Kafka's by default: a broker takes a megabyte. */
export const longestLine = 1_100_000;

/** Begins to read a log. Records that name no topic are of one called `name`; those without a place are counted. */
export function readLog(name: string): LogReading {
  let topic: string | null = null;
  const ends = new Map<number, number>();

  /** The record at its place, or what is wrong with the place. */
  const placed = (
    { place, ...record }: Extract<ParsedLine, { kind: "record" }>,
    line: number,
  ): RawRecord | string => {
    const partition = place?.partition ?? 0;
    const end = ends.get(partition) ?? 0;
    const offset = place?.offset ?? end;
    const own = place?.topic;
    if (own !== undefined && topic !== null && own !== topic) return bad.topic(line, own, topic);
    if (offset < end) return bad.offset(line, offset, end - 1, partition);
    topic ??= own ?? name;
    ends.set(partition, offset + 1);
    const { timestamp, key, headers, value } = record;
    return { position: { topic, partition, offset }, timestamp, key, headers, value };
  };

  return {
    records: [],
    problems: [],
    bad: 0,
    lines: 0,
    noEvents: 0,
    types: new Map(),
    read(line) {
      this.lines++;
      const read = parseLine(line, this.lines, longestLine);
      if (read.kind === "empty") return;
      const record = read.kind === "bad" ? read.why : placed(read, this.lines);
      if (typeof record === "string") {
        this.bad++;
        if (this.problems.length < maxProblems) this.problems.push(record);
        return;
      }
      this.records.push(record);
      const known = readRecord(record);
      if ("event" in known) addEventType(this.types, known.event);
      else this.noEvents++;
    },
  };
}

/** Reads a whole text. A list of records in brackets is read as if each stood on a line of its own. */
export function readText(text: string, name: string): LogReading {
  const reading = readLog(name);
  for (const line of textsOfArray(text) ?? text.split(/\r?\n/)) reading.read(line);
  return reading;
}

function textsOfArray(text: string): string[] | null {
  if (!/^\s*\[/.test(text)) return null;
  try {
    const list = JSON.parse(text);
    return Array.isArray(list) ? list.map((each) => JSON.stringify(each)) : null;
  } catch {
    return null;
  }
}
