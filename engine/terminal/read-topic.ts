import type { RawRecord } from "../fold/event.ts";
import { CommandError } from "./command-error.ts";
import type { Call } from "./tool-interface.ts";
import { topicMissing } from "./topic-name-errors.ts";

/**
 * Where reading begins: the first offset, the end, an offset, so many records before the end, or the first record with
 * a timestamp, in ms, or a later one.
 */
export type ReadFrom = "beginning" | "end" | { offset: number } | { before: number } | { timestamp: number };

export interface ParsedArguments {
  topic: string;
  /** All of them where it is absent. */
  partition?: number;
  from: ReadFrom;
  /** A timestamp in ms: a partition is read up to its first record with it or a later one. */
  until?: number;
  /** Whether it continues with new records until the call is cancelled. */
  follow: boolean;
  /** Called once for each partition, when all that was there has been read. `last`: reading ends with it. */
  reachedEnd?(partition: number, offset: number, last: boolean): void;
  /** Called for each partition whose records have reached `until`. */
  reachedStop?(partition: number, offset: number, last: boolean): void;
}

/** Records asked for at once. */
const window = 200;

/**
 * Hands on the records of a topic by partition and offset, without a consumer group, until `hear` says that it has
 * enough. Throws `Stop` where there is no such topic or partition.
 */
export async function readTopic(
  { cluster, signal }: Pick<Call, "cluster" | "signal">,
  reading: ParsedArguments,
  hear: (record: RawRecord) => boolean,
): Promise<void> {
  const { topic } = reading;
  const arrived: RawRecord[] = [];
  let wake = () => {};
  const enough = new AbortController();
  const over = AbortSignal.any([signal, enough.signal]);
  over.addEventListener("abort", () => wake(), { once: true });
  // Listening begins first, so that no record falls between what is read and what comes.
  const listen = (record: RawRecord) => {
    arrived.push(record);
    wake();
  };
  try {
    const before = await cluster.ends(topic);
    if (!before) throw topicMissing(topic);
    if (reading.follow) await cluster.follow(topic, listen, over);
    const ends = (await cluster.ends(topic)) ?? before;
    const wanted = partitionsOf(topic, reading.partition, ends.length);
    const starts = await startsOf(cluster, topic, reading.from, ends);
    const next = new Map<number, number>();
    /** The partitions that are still read. */
    const open = new Set(wanted);
    const stopsAt = ({ timestamp, position: { partition, offset } }: RawRecord) => {
      if (reading.until === undefined || timestamp < reading.until) return false;
      open.delete(partition);
      reading.reachedStop?.(partition, offset, open.size === 0);
      return true;
    };
    for (const partition of wanted) {
      const { end } = ends[partition] as (typeof ends)[number];
      let from = starts[partition] ?? end;
      while (from < end && open.has(partition) && !over.aborted) {
        const to = Math.min(end, from + window);
        for (const record of await cluster.read(topic, partition, from, to)) {
          if (stopsAt(record)) break;
          if (!hear(record)) return;
        }
        from = to;
      }
      next.set(partition, Math.max(from, end));
      if (over.aborted || !open.has(partition)) continue;
      if (!reading.follow) open.delete(partition);
      reading.reachedEnd?.(partition, end, open.size === 0);
    }
    while (open.size > 0 && !over.aborted) {
      const record = arrived.shift();
      if (!record) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (over.aborted) resolve();
        });
      } else if (
        open.has(record.position.partition) &&
        record.position.offset >= (next.get(record.position.partition) ?? Number.POSITIVE_INFINITY)
      ) {
        if (!stopsAt(record) && !hear(record)) return;
      }
    }
  } finally {
    enough.abort();
  }
}

function partitionsOf(topic: string, wanted: number | undefined, count: number): number[] {
  if (wanted === undefined) return Array.from({ length: count }, (_, partition) => partition);
  if (wanted < count) return [wanted];
  throw new CommandError(`${topic} has no partition ${wanted}: it has ${count}, counted from 0.`);
}

/** The offset of each partition at which reading begins. */
async function startsOf(
  cluster: Call["cluster"],
  topic: string,
  from: ReadFrom,
  ends: { start: number; end: number }[],
): Promise<number[]> {
  if (typeof from === "object" && "timestamp" in from) return cluster.offsetsAt(topic, from.timestamp);
  return ends.map(({ start, end }) => startOf(from, start, end));
}

function startOf(from: Exclude<ReadFrom, { timestamp: number }>, start: number, end: number): number {
  if (from === "beginning") return start;
  if (from === "end") return end;
  if ("before" in from) return Math.max(start, end - from.before);
  return Math.min(Math.max(start, from.offset), end);
}
