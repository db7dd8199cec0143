import { isObject, type JsonObject } from "../../fold/json.ts";
import { heldRecords, type LoggedRecord, type TopicLog } from "../topics/topic-logs.ts";
import { answerOf, foldRecords, type OrderedReducer } from "./reducers.ts";

export interface KeyHistory {
  /** In the order in which they were thrown. */
  thrown: LoggedRecord[];
  /** The order in which a consumer gets them that reads one partition to its end and then the next, the last first. */
  read: LoggedRecord[];
  /** The partitions that hold some of them. */
  partitions: number[];
  answers: { thrown: JsonObject; read: JsonObject };
}

/**
 * The records of one key. A consumer is free to read the partitions one after the other in any order; the order shown
 * is the one that begins with the partition of the newest record.
 */
export function keyHistory(log: TopicLog, key: string, reducer: OrderedReducer): KeyHistory {
  const thrown = heldRecords(log)
    .filter((record) => record.key === key)
    .toSorted((a, b) => numberOf(a) - numberOf(b) || a.timestamp - b.timestamp || a.offset - b.offset);
  const partitions = [...new Set(thrown.map(({ partition }) => partition))];
  const read = partitions
    .toReversed()
    .flatMap((partition) =>
      thrown.filter((record) => record.partition === partition).toSorted((a, b) => a.offset - b.offset),
    );
  const fold = (records: LoggedRecord[]) => answerOf(foldRecords(reducer, records));
  return { thrown, read, partitions, answers: { thrown: fold(thrown), read: fold(read) } };
}

/** An event's number in its stream; what others appended comes after them. */
function numberOf({ data }: LoggedRecord): number {
  return isObject(data) && typeof data.n === "number" ? data.n : Number.MAX_SAFE_INTEGER;
}
