import type { RawRecord } from "../../engine/fold/event.ts";
import { comesBefore } from "../../engine/fold/merge.ts";
import type { Slice } from "../../engine/fold/trace.ts";
import { Refusal } from "../errors.ts";
import type { KafkaSettings } from "./client.ts";
import { Fetcher } from "./fetcher.ts";
import { partitionRecords } from "./slice.ts";

/** Small enough to be decoded without making others wait, in bytes of one partition's answer. */
const answerBytes = 256 * 1024;
/** Connections of one stream; more partitions share them. */
const connections = 4;

/** A slice of any length, read in parts while they are used. It has connections of its own: close it. */
export class SliceStream {
  readonly #slice: Slice;
  readonly #fetchers: Fetcher[];

  constructor(settings: KafkaSettings, slice: Slice) {
    this.#slice = slice;
    const count = Math.min(connections, slice.partitions.length);
    this.#fetchers = Array.from({ length: count }, () => new Fetcher(settings, 100, answerBytes));
  }

  /** The records of these partitions of the slice in fold order, in parts. The next part is fetched meanwhile. */
  async *records(partitions: number[]): AsyncGenerator<RawRecord[], void> {
    const sources = [];
    for (const partition of partitions) sources.push(ahead(await this.#partition(partition)));
    const [only] = sources;
    yield* sources.length === 1 && only ? only : mergeParts(sources);
  }

  async #partition(partition: number): Promise<AsyncGenerator<RawRecord[], void>> {
    const { topic, partitions } = this.#slice;
    const index = partitions.findIndex((part) => part.partition === partition);
    const part = partitions[index];
    const fetcher = this.#fetchers[index % this.#fetchers.length];
    if (!part || !fetcher) throw new Refusal("slice-invalid", `The slice has no partition ${partition}.`);
    const { id, leaders } = await fetcher.place(topic);
    return partitionRecords(fetcher, { topic, topicId: id, node: leaders[partition] ?? -1, ...part });
  }

  async close(): Promise<void> {
    await Promise.all(this.#fetchers.map((fetcher) => fetcher.close()));
  }
}

/** Asks for the next part as soon as one is handed out. */
async function* ahead<T>(source: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  const ask = () => {
    const next = source.next();
    next.catch(() => {}); // whoever awaits it hears of it
    return next;
  };
  for (let next = ask(); ; ) {
    const part = await next;
    if (part.done) return;
    next = ask();
    yield part.value;
  }
}

/** Several partitions as one sequence, as `mergeOrder` has it, without holding more than one part of each. */
export async function* mergeParts(
  sources: AsyncGenerator<RawRecord[], void>[],
): AsyncGenerator<RawRecord[], void> {
  const heads: { source: AsyncGenerator<RawRecord[], void>; records: RawRecord[]; at: number }[] = [];
  for (const source of sources) {
    const records = await nextPart(source);
    if (records) heads.push({ source, records, at: 0 });
  }
  let merged: RawRecord[] = [];
  while (heads.length > 0) {
    let first = 0;
    for (let i = 1; i < heads.length; i++) if (comesBefore(headOf(heads[i]), headOf(heads[first]))) first = i;
    const head = heads[first] as (typeof heads)[number];
    merged.push(headOf(head));
    if (++head.at < head.records.length) continue;
    yield merged;
    merged = [];
    const records = await nextPart(head.source);
    if (records) Object.assign(head, { records, at: 0 });
    else heads.splice(first, 1);
  }
}

/** The next part that is not empty; null at the end. */
async function nextPart(source: AsyncGenerator<RawRecord[], void>): Promise<RawRecord[] | null> {
  for (;;) {
    const part = await source.next();
    if (part.done) return null;
    if (part.value.length > 0) return part.value;
  }
}

function headOf(head: { records: RawRecord[]; at: number } | undefined): RawRecord {
  return head?.records[head.at] as RawRecord;
}
