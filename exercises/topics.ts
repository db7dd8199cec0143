import type { RawRecord } from "../engine/fold/event.ts";
import { mergeOrder } from "../engine/fold/merge-order.ts";
import { partitionOf } from "../engine/fold/partition.ts";
import type { Slice } from "../engine/fold/trace.ts";
import type { Case } from "../engine/grading/checks.ts";

/** A topic of the course with all its records, placed as Kafka will place them. */
export interface CourseTopic {
  topic: string;
  partitions: number;
  records: RawRecord[];
}

/** Places records as a producer with Kafka's default partitioner does: partition by key, offsets in order. */
export function layOut(topic: string, partitions: number, log: Case["records"]): RawRecord[] {
  const ends = new Array<number>(partitions).fill(0);
  return log.map(({ key, event, timestamp: recorded }) => {
    const partition = partitionOf(key, partitions);
    const offset = ends[partition] as number;
    ends[partition] = offset + 1;
    const timestamp = recorded ?? Date.parse(event.metadata?.occurredAt ?? "");
    if (Number.isNaN(timestamp))
      throw new Error(
        `In ${topic}, a record of ${key} has no metadata.occurredAt. Add the time when it happened.`,
      );
    return {
      position: { topic, partition, offset },
      timestamp,
      key,
      headers: {},
      value: JSON.stringify(event),
    };
  });
}

/** The slice that an exercise folds, and its records in the order of the fold. */
export function sliceOf(
  { topic, partitions, records }: CourseTopic,
  { key, count }: { key?: string; count?: number },
): { slice: Slice; records: RawRecord[] } {
  return key === undefined ? wholeOf(topic, partitions, records) : keyOf(topic, records, key, count);
}

/** The records of one key, or the first `count` of them. */
function keyOf(topic: string, records: RawRecord[], key: string, count?: number) {
  const found = records.filter((record) => record.key === key).slice(0, count);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last)
    throw new Error(`In ${topic}, no record has the key ${key}. Name a key of the log under log: { key }.`);
  const { partition, offset: from } = first.position;
  const to = last.position.offset + 1;
  if (to - from !== found.length) {
    throw new Error(
      `In ${topic}, the records of ${key} are not next to each other. Put their lines together in log.ndjson.`,
    );
  }
  return { slice: { topic, partitions: [{ partition, from, to }] }, records: found };
}

/** All records, in merge order. */
function wholeOf(topic: string, partitions: number, records: RawRecord[]) {
  const byPartition = Array.from({ length: partitions }, (_, partition) =>
    records.filter(({ position }) => position.partition === partition),
  );
  const held = byPartition.flatMap(({ length }, partition) =>
    length > 0 ? [{ partition, from: 0, to: length }] : [],
  );
  return { slice: { topic, partitions: held }, records: mergeOrder(byPartition) };
}
