import type { Case } from "../../engine/grading/checks.ts";
import type { LongLog } from "../../engine/long-fold/long-log.ts";

/** Records in a list as a log of one partition, a record's place its offset. Each is written as JSON when it is read. */
export function listLog(topic: string, records: Case["records"]): LongLog {
  const count = records.length;
  return {
    slice: { topic, partitions: [{ partition: 0, from: 0, to: count }] },
    count,
    read: async (from, to) =>
      records.slice(from, to).map(({ key, event }, place) => ({
        position: { topic, partition: 0, offset: from + place },
        timestamp: Date.parse(event.metadata?.occurredAt ?? ""),
        key,
        headers: {},
        value: JSON.stringify(event),
      })),
    placeOf: ({ partition, offset }) => (partition === 0 && offset >= 0 && offset < count ? offset : null),
  };
}
