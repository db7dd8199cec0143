import type { RawRecord } from "../engine/fold/event.ts";
import { partitionOf } from "../engine/fold/partition.ts";
import type { Slice } from "../engine/fold/trace.ts";
import type { Case } from "../engine/grading/checks.ts";

/** Places records as a producer with Kafka's default partitioner does: partition by key, offsets in order. */
export function layOut(topic: string, partitions: number, log: Case["records"]): RawRecord[] {
  const ends = new Array<number>(partitions).fill(0);
  return log.map(({ key, event }) => {
    const partition = partitionOf(key, partitions);
    const offset = ends[partition] as number;
    ends[partition] = offset + 1;
    const timestamp = Date.parse(event.metadata?.occurredAt ?? "");
    if (Number.isNaN(timestamp)) throw new Error(`${topic}: a record of ${key} has no metadata.occurredAt.`);
    return {
      position: { topic, partition, offset },
      timestamp,
      key,
      headers: {},
      value: JSON.stringify(event),
    };
  });
}

/** The slice that holds the records of one key (or the first `count` of them), and those records. */
export function sliceOf(
  { topic, records }: { topic: string; records: RawRecord[] },
  { key, count }: { key: string; count?: number },
): { slice: Slice; records: RawRecord[] } {
  const found = records.filter((record) => record.key === key).slice(0, count);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) throw new Error(`${topic} has no record with the key ${key}.`);
  const { partition, offset: from } = first.position;
  const to = last.position.offset + 1;
  if (to - from !== found.length) {
    throw new Error(`${topic}: the records of ${key} do not lie side by side. Put them in a row in the log.`);
  }
  return { slice: { topic, partitions: [{ partition, from, to }] }, records: found };
}
