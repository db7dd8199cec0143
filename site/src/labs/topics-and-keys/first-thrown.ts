import { isObject } from "../../../../engine/fold/json.ts";
import { heldRecords, type LoggedRecord, type TopicLog } from "../../../../engine/labs/topics/topic-logs.ts";

/** The first records that were thrown into a topic, by partition, each partition in its own order. */
export function firstThrown(log: TopicLog, count: number): LoggedRecord[][] {
  const first = heldRecords(log)
    .toSorted((a, b) => numberOf(a) - numberOf(b))
    .slice(0, count);
  return log.starts.map((_, partition) =>
    first.filter((record) => record.partition === partition).toSorted((a, b) => a.offset - b.offset),
  );
}

/** An event's number in its stream; what others appended comes after them. */
function numberOf({ data }: LoggedRecord): number {
  return isObject(data) && typeof data.n === "number" ? data.n : Number.MAX_SAFE_INTEGER;
}
