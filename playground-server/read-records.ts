import { type LogRecord, readRecord } from "../engine/fold/event.ts";
import { Refusal, refusalDetail } from "./errors.ts";
import type { Log } from "./log/open-log.ts";
import { runBounds } from "./runs/read-run-request.ts";

/** Offsets of one partition, from `from` to one before `to`; or the `last` records of each; or all. */
export interface RecordRange {
  partition?: number;
  from?: number;
  to?: number;
  last?: number;
}

/** Reads records of a topic by its full name. Throws `slice-invalid` where the range does not fit together. */
export async function readRecords(log: Log, topic: string, range: RecordRange): Promise<LogRecord[]> {
  const { partition, from, to, last } = range;
  if (partition === undefined && (from !== undefined || to !== undefined)) {
    throw new Refusal("slice-invalid", refusalDetail("partition-needed"));
  }
  if (partition !== undefined && last !== undefined) {
    throw new Refusal("slice-invalid", refusalDetail("last-of-every-partition"));
  }
  const partitions =
    last !== undefined
      ? { partitions: await lastOf(log, topic, last) }
      : partition === undefined
        ? {}
        : { partitions: [{ partition, from, to }] };
  const { records } = await log.read({ topic, ...partitions }, runBounds);
  return records.map(readRecord);
}

/** The last offsets of each partition of a topic. */
async function lastOf(log: Log, topic: string, last: number) {
  const ends = await log.ends(topic);
  return ends.map(({ start, end }, partition) => ({
    partition,
    from: Math.max(start, end - last),
    to: end,
  }));
}
