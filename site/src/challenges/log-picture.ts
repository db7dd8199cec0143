import { type RawRecord, readRecord } from "../../../engine/fold/event.ts";
import { eventColour } from "../../../figures/event-colours.ts";

/** So many records fit into a small picture. */
const mostRecords = 16;

/** A record in a small picture of a log. */
export interface RecordMark {
  /** Which of the partitions shown, from 0. */
  lane: number;
  /** Place in the order of the fold. */
  place: number;
  /** A CSS value. */
  colour: string;
}

/** The first records of a log as marks in their lanes. */
export interface LogPicture {
  lanes: number;
  marks: RecordMark[];
}

/** The beginning of a log, small: a lane for each partition, a colour for each event type. `records` are in fold order. */
export function logPicture(records: RawRecord[]): LogPicture {
  const first = records.slice(0, mostRecords);
  const partitions = [...new Set(first.map(({ position }) => position.partition))].toSorted((a, b) => a - b);
  const marks = first.map((record, place) => {
    const read = readRecord(record);
    const colour = "event" in read ? eventColour(read.event.type) : "var(--line-strong)";
    return { lane: partitions.indexOf(record.position.partition), place, colour };
  });
  return { lanes: Math.max(1, partitions.length), marks };
}
