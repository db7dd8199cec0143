import type { RawRecord } from "./event.ts";

/**
 * Several partitions as one sequence: always the partition head with the smallest (timestamp, partition). Each
 * partition keeps its own order. This order is the course's, not Kafka's: Kafka orders within a partition only.
 */
export function mergeOrder(partitions: RawRecord[][]): RawRecord[] {
  const heads = partitions.filter((records) => records.length > 0).map((records) => ({ records, next: 0 }));
  const merged: RawRecord[] = [];
  while (heads.length > 0) {
    let first = 0;
    for (let i = 1; i < heads.length; i++) {
      if (comesBefore(head(heads[i]), head(heads[first]))) first = i;
    }
    const lane = heads[first] as (typeof heads)[number];
    merged.push(head(lane));
    lane.next++;
    if (lane.next === lane.records.length) heads.splice(first, 1);
  }
  return merged;
}

function head(lane: { records: RawRecord[]; next: number } | undefined): RawRecord {
  return lane?.records[lane.next] as RawRecord;
}

/** Whether `a` comes before `b` in the merge of two partitions. */
export function comesBefore(a: RawRecord, b: RawRecord): boolean {
  return a.timestamp !== b.timestamp
    ? a.timestamp < b.timestamp
    : a.position.partition < b.position.partition;
}
