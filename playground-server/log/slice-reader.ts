import type { RawRecord } from "../../engine/fold/event.ts";
import { mergeOrder } from "../../engine/fold/merge-order.ts";
import type { Slice } from "../../engine/fold/trace.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import { readAnswer } from "./decode-batches.ts";
import { Fetcher } from "./fetcher.ts";
import type { KafkaSettings } from "./kafka-client.ts";
import { saysTopicRecreated } from "./kafka-errors.ts";
import { explainMissingRight } from "./missing-right.ts";

/** What to read: without `partitions` all of them; `from` defaults to the first offset, `to` to the end. */
export interface SliceRequest {
  topic: string;
  partitions?: { partition: number; from?: number; to?: number }[];
}

/** Bounds of one read; past them the request is refused with `slice-too-long`. */
export interface SliceBounds {
  records: number;
  /** Of all values together. */
  characters: number;
}

export interface SliceRead {
  slice: Slice;
  /** In fold order: offset order within a partition, merge order across several. */
  records: RawRecord[];
}

/** Reads in use at the same time; each has connections of its own, apart from waiting tails. */
const lanes = 3;
/** In ms. Slower failures are timeouts: the learner has waited long enough. */
const quickFailure = 1_000;
/** Fetches in a row that bring nothing although the log says there is more. */
const maxEmptyFetches = 5;

/** Reads slices of topics by partition and offset. */
export class SliceReader {
  #prefix: string;
  #fetchers: Fetcher[];

  constructor(settings: KafkaSettings) {
    this.#prefix = settings.topicPrefix;
    this.#fetchers = Array.from({ length: lanes }, () => new Fetcher(settings, 100));
  }

  /**
   * Throws `topic-unknown`, `slice-invalid`, `slice-too-long`, `log-trimmed`, `log-corrupt`,
   * `log-unavailable`, `log-refused`.
   * A quick failure may be stale knowledge (a new leader, a topic made anew) and is worth one more attempt.
   */
  read(request: SliceRequest, bounds: SliceBounds): Promise<SliceRead> {
    return this.#reading(request.topic, this.#readTwice(request, bounds));
  }

  async #readTwice(request: SliceRequest, bounds: SliceBounds): Promise<SliceRead> {
    const begun = performance.now();
    try {
      return await this.#read(request, bounds);
    } catch (error) {
      const quick = performance.now() - begun < quickFailure;
      const unavailable = error instanceof Refusal && error.code === "log-unavailable";
      if (!(quick && unavailable) && !saysTopicRecreated(error)) throw error;
      return await this.#read(request, bounds, true);
    }
  }

  /** `fresh` asks the broker again where the topic is. */
  async #read(request: SliceRequest, bounds: SliceBounds, fresh = false): Promise<SliceRead> {
    const fetcher = this.#freest();
    const { topic } = request;
    const place = await fetcher.place(topic, fresh);
    const { partitions } = sliceOf(request, await fetcher.ends(topic));
    const count = partitions.reduce((sum, { from, to }) => sum + to - from, 0);
    if (count > bounds.records) {
      const detail = refusalDetail("too-many-records", { count, most: bounds.records });
      throw new Refusal("slice-too-long", detail);
    }
    let characters = 0;
    // Counted while it is read: records of a megabyte each must not pile up here first.
    const take = (records: RawRecord[]) => {
      characters += records.reduce((sum, { value }) => sum + (value?.length ?? 0), 0);
      if (characters <= bounds.characters) return;
      const detail = refusalDetail("too-many-characters", { most: bounds.characters });
      throw new Refusal("slice-too-long", detail);
    };
    const read = await Promise.all(
      partitions.map(({ partition, from, to }) =>
        readPartition(
          fetcher,
          { topic, topicId: place.id, node: place.leaders[partition] ?? -1, partition, from, to },
          take,
        ),
      ),
    );
    return { slice: { topic, partitions }, records: mergeOrder(read) };
  }

  /** The slice a request means, with its ends as they are now. Throws as `read` does. */
  async measure(request: SliceRequest): Promise<Slice> {
    return sliceOf(request, await this.ends(request.topic));
  }

  /** The offsets of a topic's partitions, and whether the log can be reached at all. */
  ends(topic: string): Promise<{ start: number; end: number }[]> {
    return this.#reading(topic, this.#freest().ends(topic));
  }

  /** Asks the brokers again where a topic is: it has more partitions than before. */
  async refresh(topic: string): Promise<void> {
    await Promise.all(this.#fetchers.map((fetcher) => fetcher.place(topic, true)));
  }

  /** How many partitions a topic has; null where there is no such topic. Throws where Kafka hides whether there is one. */
  async partitions(topic: string): Promise<number | null> {
    try {
      return (await this.#reading(topic, this.#freest().place(topic, true))).leaders.length;
    } catch (error) {
      if (error instanceof Refusal && error.code === "topic-unknown") return null;
      throw error;
    }
  }

  /** For each partition the first offset with this timestamp or a later one; the end where there is none. */
  async offsetsAt(topic: string, timestamp: number): Promise<number[]> {
    const fetcher = this.#freest();
    const found = await fetcher.offsets(topic, BigInt(timestamp));
    const ends = await fetcher.ends(topic);
    return ends.map(({ end }, partition) => {
      const offset = found[partition] ?? -1;
      return offset < 0 ? end : offset;
    });
  }

  /** By what a topic is known to Kafka itself: the 22 characters that its tools write. */
  async topicId(topic: string): Promise<string> {
    const { id } = await this.#freest().place(topic);
    return Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");
  }

  /** For each partition the time of the record that `asked` names (such as the newest), in ms; -1 where there is none. */
  timestamps(topic: string, asked: bigint): Promise<number[]> {
    return this.#freest().timestamps(topic, asked);
  }

  #reading<T>(topic: string, work: Promise<T>): Promise<T> {
    return explainMissingRight("Read", "topic", this.#prefix + topic, work);
  }

  #freest(): Fetcher {
    return this.#fetchers.reduce((best, fetcher) => (fetcher.waiting < best.waiting ? fetcher : best));
  }

  async close(): Promise<void> {
    await Promise.all(this.#fetchers.map((fetcher) => fetcher.close()));
  }
}

function sliceOf({ topic, partitions }: SliceRequest, ends: { start: number; end: number }[]): Slice {
  const wanted = partitions ?? ends.map((_, partition) => ({ partition }));
  return { topic, partitions: wanted.map((part) => clamp(topic, part, ends)) };
}

function clamp(
  topic: string,
  { partition, from, to }: { partition: number; from?: number; to?: number },
  ends: { start: number; end: number }[],
) {
  const bounds = ends[partition];
  if (!bounds) throw new Refusal("slice-invalid", refusalDetail("partition-absent", { topic, partition }));
  if (from !== undefined && from < bounds.start) {
    const detail = { partition: `${topic}-${partition}`, offset: bounds.start };
    throw new Refusal("log-trimmed", refusalDetail("partition-begins-at", detail));
  }
  const first = from ?? bounds.start;
  const last = Math.min(to ?? bounds.end, bounds.end);
  if (to !== undefined && to < first) {
    throw new Refusal("slice-invalid", refusalDetail("from-after-to", { from: first, to }));
  }
  return { partition, from: Math.min(first, bounds.end), to: Math.max(last, Math.min(first, bounds.end)) };
}

/** One partition's part of a slice, and where its records come from. */
export interface PartitionPart {
  topic: string;
  topicId: string;
  node: number;
  partition: number;
  from: number;
  to: number;
}

/** The records of a partition's part as the broker answers them, in offset order. */
export async function* partitionRecords(
  fetcher: Fetcher,
  part: PartitionPart,
): AsyncGenerator<RawRecord[], void> {
  let next = part.from;
  let empty = 0;
  while (next < part.to) {
    const answers = await fetcher.fetch(part.node, [
      { topicId: part.topicId, partition: part.partition, offset: next },
    ]);
    const [answer] = answers;
    const fetched = answer ? readAnswer(part, answer, next, part.to) : { records: [], next };
    empty = fetched.next === next ? empty + 1 : 0;
    if (empty === maxEmptyFetches) {
      const place = { partition: `${part.topic}-${part.partition}`, offset: next };
      throw new Refusal("log-unavailable", refusalDetail("nothing-at-offset", place));
    }
    next = fetched.next;
    yield fetched.records;
  }
}

async function readPartition(
  fetcher: Fetcher,
  part: PartitionPart,
  /** Gets the records as they come; throws when they are too many. */
  take: (records: RawRecord[]) => void,
): Promise<RawRecord[]> {
  const all: RawRecord[] = [];
  for await (const records of partitionRecords(fetcher, part)) {
    take(records);
    all.push(...records);
  }
  return all;
}
