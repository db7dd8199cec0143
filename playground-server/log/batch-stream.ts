import { compressionsAlgorithmsByBitmask } from "@platformatic/kafka";
import type { Slice } from "../../engine/fold/trace.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import { committed, type MarkedBatch } from "./decode-batches.ts";
import { Fetcher } from "./fetcher.ts";
import type { KafkaSettings } from "./kafka-client.ts";
import type { RawAnswer } from "./raw-fetch.ts";
import {
  type BatchHeader,
  codecOf,
  headerBytes,
  isControl,
  uncompressedBatch,
  visitRecords,
} from "./record-batch.ts";
import { type PartitionName, wholeBatches } from "./whole-batches.ts";

/** Record batches of one partition as bytes: whole, uncompressed, of committed records only. */
export interface StreamPart {
  batches: Buffer[];
  /** The offset after the last of them. */
  next: number;
}

/** What one answer holds of a partition, in bytes. */
const answerBytes = 512 * 1024;
/** Connections of one stream; more partitions share them. */
const connections = 4;
/** Fetches in a row that bring nothing although the log says there is more. */
const maxEmptyFetches = 5;

/** A slice of any length, read in parts while they are used. It has connections of its own: close it. */
export class SliceStream {
  readonly #slice: Slice;
  readonly #fetchers: Fetcher[];

  constructor(settings: KafkaSettings, slice: Slice) {
    this.#slice = slice;
    const count = Math.min(connections, slice.partitions.length);
    this.#fetchers = Array.from({ length: count }, () => new Fetcher(settings, 100, answerBytes));
  }

  /** A partition's part of the slice. Records before and after it may stand in the first and the last batch. */
  async *partition(partition: number): AsyncGenerator<StreamPart, void> {
    const { topic, partitions } = this.#slice;
    const index = partitions.findIndex((part) => part.partition === partition);
    const part = partitions[index];
    const fetcher = this.#fetchers[index % this.#fetchers.length];
    if (!part || !fetcher)
      throw new Refusal("slice-invalid", refusalDetail("slice-without-partition", { partition }));
    const { id, leaders } = await fetcher.place(topic);
    const ask = async (offset: number) => {
      const answers = await fetcher.fetch(leaders[partition] ?? -1, [{ topicId: id, partition, offset }]);
      return plainBatches({ topic, partition }, answers[0]);
    };
    let empty = 0;
    let asked = ask(part.from);
    for (let next = part.from; next < part.to; ) {
      const { batches, next: after } = await asked;
      empty = batches.length === 0 && after <= next ? empty + 1 : 0;
      if (empty === maxEmptyFetches) {
        const place = { partition: `${topic}-${partition}`, offset: next };
        throw new Refusal("log-unavailable", refusalDetail("nothing-at-offset", place));
      }
      next = Math.max(next, after);
      // Asked for while the part that came is folded.
      if (next < part.to) asked = ask(next);
      asked.catch(() => {});
      yield { batches, next: Math.min(next, part.to) };
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#fetchers.map((fetcher) => fetcher.close()));
  }
}

interface FoundBatch extends MarkedBatch {
  header: BatchHeader;
  bytes: Buffer;
}

/** The batches of an answer that a read-committed reader may see, and the offset after all of them. Throws `log-corrupt`. */
export function plainBatches(
  name: PartitionName,
  { records, aborted }: Pick<RawAnswer, "records" | "aborted"> = { records: Buffer.alloc(0), aborted: [] },
): StreamPart {
  const found: FoundBatch[] = [];
  let next = 0;
  for (const { header, batch: bytes } of wholeBatches(records, name)) {
    found.push({
      header,
      bytes,
      producerId: header.producerId,
      control: isControl(header),
      firstOffset: BigInt(header.firstOffset),
      lastOffset: BigInt(header.lastOffset),
      controlKey: () => firstKey(bytes, header),
    });
    next = header.lastOffset + 1;
    if (!Number.isSafeInteger(next)) {
      throw new Refusal("slice-invalid", refusalDetail("offset-too-large", { offset: next }));
    }
  }
  const batches = [...committed(found, aborted)].map(({ header, bytes }) => {
    const codec = codecOf(header);
    if (codec === 0) return bytes;
    const compressed = bytes.subarray(headerBytes);
    const algorithm = compressionsAlgorithmsByBitmask[codec];
    if (!algorithm) throw new Refusal("log-refused", refusalDetail("codec-unknown", { codec }));
    return uncompressedBatch(bytes, algorithm.decompressSync(compressed));
  });
  return { batches, next };
}

function firstKey(bytes: Buffer, header: BatchHeader): Buffer | null {
  let key: Buffer | null = null;
  visitRecords(bytes, header, (_offset, _timestamp, at, length) => {
    key ??= length < 0 ? null : bytes.subarray(at, at + length);
  });
  return key;
}
