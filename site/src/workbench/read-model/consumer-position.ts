import type { LogRecord, Position } from "../../../../engine/fold/event.ts";
import type { Trace } from "../../../../engine/fold/trace.ts";

/** Where a consumer stands in one partition. */
export interface PartitionLag {
  partition: number;
  /** The offset of the next record it will read. */
  next: number;
  /** One past the last record of the log. */
  end: number;
  /** Records it has still to read. */
  lag: number;
}

/** Where a consumer stands that has read the first `processed` of the records, in the order in which they came. */
export function lagOf(records: LogRecord[], processed: number): PartitionLag[] {
  const lanes = new Map<number, PartitionLag>();
  records.forEach(({ position: { partition, offset } }, place) => {
    const lane = lanes.get(partition) ?? { partition, next: offset, end: offset, lag: 0 };
    lanes.set(partition, lane);
    lane.next = Math.min(lane.next, offset);
    lane.end = Math.max(lane.end, offset + 1);
    if (place >= processed) lane.lag++;
  });
  for (const { position } of records.slice(0, processed)) {
    const lane = lanes.get(position.partition) as PartitionLag;
    lane.next = Math.max(lane.next, position.offset + 1);
  }
  return [...lanes.values()].sort((a, b) => a.partition - b.partition);
}

/** The place of a record among the records, or -1 while it has not come. */
export function placeOfRecord(records: LogRecord[], { partition, offset }: Position): number {
  return records.findIndex(({ position }) => position.partition === partition && position.offset === offset);
}

/** The last step of a fold over the whole log that a consumer has made which has read so many records; -1 for none. */
export function stepOfProcessed({ steps }: Trace, records: LogRecord[], processed: number): number {
  const read = new Set(records.slice(0, processed).map(({ position }) => at(position)));
  return steps.findLastIndex(({ position }) => position !== null && read.has(at(position)));
}

/** Whether a consumer that has read so many records has met the failure that ended the fold over the whole log. */
export function hasFailed({ end }: Trace, records: LogRecord[], processed: number): boolean {
  if (end.verdict === "ok") return false;
  const position = end.at?.position;
  return !position || placeOfRecord(records, position) < processed;
}

const at = ({ partition, offset }: Position) => `${partition}@${offset}`;
