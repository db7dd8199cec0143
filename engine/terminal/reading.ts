import type { RawRecord } from "../fold/event.ts";
import type { Call } from "./command.ts";
import { Stop } from "./stop.ts";
import { noTopic } from "./topic-names.ts";

/** Where reading begins: the first offset, the end, an offset, or so many records before the end. */
export type From = "beginning" | "end" | { offset: number } | { before: number };

export interface Reading {
  topic: string;
  /** All of them where it is absent. */
  partition?: number;
  from: From;
  /** Whether it goes on with what is appended meanwhile, until the call is given up. */
  follow: boolean;
  /** Called once for each partition, when all that was there has been read. */
  reachedEnd?(partition: number, offset: number): void;
}

/** Records asked for at once. */
const window = 200;

/**
 * Hands on the records of a topic by partition and offset, without a consumer group, until `hear` says that it has
 * enough. Throws `Stop` where there is no such topic or partition.
 */
export async function readTopic(
  { cluster, signal }: Pick<Call, "cluster" | "signal">,
  reading: Reading,
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
    if (!before) throw noTopic(topic);
    if (reading.follow) await cluster.follow(topic, listen, over);
    const ends = (await cluster.ends(topic)) ?? before;
    const wanted = partitionsOf(topic, reading.partition, ends.length);
    const next = new Map<number, number>();
    for (const partition of wanted) {
      const { start, end } = ends[partition] as (typeof ends)[number];
      let from = startOf(reading.from, start, end);
      while (from < end && !over.aborted) {
        const to = Math.min(end, from + window);
        for (const record of await cluster.read(topic, partition, from, to)) if (!hear(record)) return;
        from = to;
      }
      next.set(partition, Math.max(from, end));
      if (!over.aborted) reading.reachedEnd?.(partition, end);
    }
    while (reading.follow && !over.aborted) {
      const record = arrived.shift();
      if (!record) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (over.aborted) resolve();
        });
      } else if (
        record.position.offset >= (next.get(record.position.partition) ?? Number.POSITIVE_INFINITY)
      ) {
        if (!hear(record)) return;
      }
    }
  } finally {
    enough.abort();
  }
}

function partitionsOf(topic: string, wanted: number | undefined, count: number): number[] {
  if (wanted === undefined) return Array.from({ length: count }, (_, partition) => partition);
  if (wanted < count) return [wanted];
  throw new Stop(`${topic} has no partition ${wanted}: it has ${count}, counted from 0.`);
}

function startOf(from: From, start: number, end: number): number {
  if (from === "beginning") return start;
  if (from === "end") return end;
  if ("before" in from) return Math.max(start, end - from.before);
  return Math.min(Math.max(start, from.offset), end);
}
