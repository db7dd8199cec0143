import { readRecord } from "../../../../engine/fold/event.ts";
import { longestRising } from "../two-folds/align-lists.ts";
import type { CopiedRecord, LogCopy } from "./log-copy.ts";

/** One thing that is other in a copy than in the log. `type` is the event's, `offset` null for one from no log. */
export interface Change {
  kind: "skipped" | "edited" | "put-in" | "again" | "moved";
  type: string;
  offset: number | null;
}

/** What is other in the copy than in the log, in the copy's order. */
export function changesOf({ records }: LogCopy): Change[] {
  const stays = new Set(inOrder(records));
  return records.flatMap((one): Change[] => {
    const changeOf = (kind: Change["kind"]): Change => ({ kind, ...nameOf(one) });
    if (one.origin === null) return [changeOf("put-in")];
    if (one.again) return [changeOf("again")];
    if (one.skipped) return [changeOf("skipped")];
    return [...(one.edited ? [changeOf("edited")] : []), ...(stays.has(one) ? [] : [changeOf("moved")])];
  });
}

function nameOf({ record, origin }: CopiedRecord): Pick<Change, "type" | "offset"> {
  const read = readRecord(record);
  const type = "event" in read ? read.event.type : "";
  return { type, offset: origin === null ? null : record.position.offset };
}

/** The most records of the log that keep their order among themselves: all others were moved. */
function inOrder(records: CopiedRecord[]): CopiedRecord[] {
  const own = records.flatMap((one) =>
    one.origin === null || one.again || one.skipped ? [] : [{ one, other: one.origin }],
  );
  return longestRising(own).map(({ one }) => one);
}

/** What Kafka would say to the order of a copy. */
export type OrderRule =
  /** As the log has it. */
  | { kind: "kept" }
  /** Only partitions interleave otherwise: Kafka promises nothing about that. */
  | { kind: "between-partitions" }
  /** Two records of one partition stand the other way round, which Kafka never delivers. */
  | { kind: "within-partition"; partition: number; first: number; second: number };

/** Judges the first delivery of each record of the log; what was put in has no place in it. */
export function orderRule({ records }: LogCopy): OrderRule {
  const last = new Map<string, number>();
  let behind = -1;
  let interleaves = false;
  for (const { record, origin, again, skipped } of records) {
    if (origin === null || again || skipped) continue;
    const { topic, partition, offset } = record.position;
    const before = last.get(`${topic} ${partition}`) ?? -1;
    if (before > offset) return { kind: "within-partition", partition, first: offset, second: before };
    last.set(`${topic} ${partition}`, offset);
    interleaves ||= origin < behind;
    behind = Math.max(behind, origin);
  }
  return { kind: interleaves ? "between-partitions" : "kept" };
}
