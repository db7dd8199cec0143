import { isAscii } from "node:buffer";
import { type ColumnarBatch, numbersPerRecord } from "../../../engine/fold/columnar-batch.ts";
import { readHeader, visitRecords } from "../../log/record-batch.ts";

/** What one call into the guest folds at most. */
export const recordsPerBatch = 500;
const bytesPerBatch = 256 * 1024;

/** Where the records of a part lie in its bytes, in columns. */
interface Part {
  bytes: Buffer;
  offsets: number[];
  timestamps: number[];
  keys: number[];
  keyBytes: number[];
  values: number[];
  valueBytes: number[];
  next: number;
}

interface Queue {
  partition: number;
  from: number;
  to: number;
  parts: Part[];
  ended: boolean;
  /** The offset after the last record that was taken. */
  next: number;
}

/**
 * Records on their way into a lane: parts of its partitions come in as they are read, batches go out in fold order,
 * which for several partitions is the merge order of `fold/merge-order.ts`.
 */
export class IncomingRecords {
  readonly #topic: string;
  readonly #queues: Queue[];

  constructor(topic: string, partitions: { partition: number; from: number; to: number }[]) {
    this.#topic = topic;
    this.#queues = partitions.map((part) => ({ ...part, parts: [], ended: false, next: part.from }));
  }

  /** The next offset of each partition. */
  get next(): number[] {
    return this.#queues.map(({ next }) => next);
  }

  /** Whether everything has come in and gone out. */
  get done(): boolean {
    return this.#queues.every(({ ended, parts }) => ended && parts.length === 0);
  }

  /**
   * Takes in record batches of a partition: whole, uncompressed, in offset order. Tells whether any of their records
   * belongs to the slice; if not, the part is used up already.
   */
  add(place: number, bytes: Buffer): boolean {
    const queue = this.#queues[place];
    if (!queue) throw new Error(`The lane has no partition at place ${place}.`);
    const part: Part = {
      bytes,
      offsets: [],
      timestamps: [],
      keys: [],
      keyBytes: [],
      values: [],
      valueBytes: [],
      next: 0,
    };
    for (let start = 0; start < bytes.length; ) {
      const header = readHeader(bytes, start);
      if (!header) throw new Error("A record batch ends in the middle.");
      const batch = bytes.subarray(start, start + header.bytes);
      visitRecords(batch, header, (offset, timestamp, key, keyBytes, value, valueBytes) => {
        if (offset < queue.from || offset >= queue.to) return;
        part.offsets.push(offset);
        part.timestamps.push(timestamp);
        part.keys.push(start + key);
        part.keyBytes.push(keyBytes);
        part.values.push(start + value);
        part.valueBytes.push(valueBytes);
      });
      start += header.bytes;
    }
    if (part.offsets.length > 0) queue.parts.push(part);
    return part.offsets.length > 0;
  }

  /** No more parts of this partition follow. */
  end(place: number): void {
    const queue = this.#queues[place];
    if (queue) queue.ended = true;
  }

  /** The next records in fold order, and how many parts of each partition they used up; null where more have to come in. */
  take(): { batch: ColumnarBatch; used: number[] } | null {
    const taken: { part: Part; i: number }[] = [];
    const numbers: number[] = [];
    const used = this.#queues.map(() => 0);
    let keyBytes = 0;
    let valueBytes = 0;
    while (taken.length < recordsPerBatch && keyBytes + valueBytes < bytesPerBatch) {
      const place = this.#first();
      if (place === null) break;
      const queue = this.#queues[place] as Queue;
      const part = queue.parts[0] as Part;
      const i = part.next++;
      taken.push({ part, i });
      const [offset, timestamp] = [part.offsets[i] as number, part.timestamps[i] as number];
      const [key, value] = [part.keyBytes[i] as number, part.valueBytes[i] as number];
      numbers.push(queue.partition, offset, timestamp, key, value);
      if (key > 0) keyBytes += key;
      if (value > 0) valueBytes += value;
      queue.next = offset + 1;
      if (part.next < part.offsets.length) continue;
      queue.parts.shift();
      used[place] = (used[place] ?? 0) + 1;
    }
    if (taken.length === 0) return null;
    const keys = Buffer.allocUnsafe(keyBytes);
    const values = Buffer.allocUnsafe(valueBytes);
    let keyAt = 0;
    let valueAt = 0;
    for (const { part, i } of taken) {
      const [key, value] = [part.keys[i] as number, part.values[i] as number];
      keyAt += part.bytes.copy(keys, keyAt, key, key + Math.max(0, part.keyBytes[i] as number));
      valueAt += part.bytes.copy(values, valueAt, value, value + Math.max(0, part.valueBytes[i] as number));
    }
    const texts = { keys: textOf(keys, numbers, 3), values: textOf(values, numbers, 4) };
    return { batch: { topic: this.#topic, ...texts, numbers }, used };
  }

  /** The place of the partition whose head comes first; null while a partition that has not ended is empty. */
  #first(): number | null {
    let first: number | null = null;
    let earliest = Number.POSITIVE_INFINITY;
    for (const [place, { parts, ended }] of this.#queues.entries()) {
      const part = parts[0];
      if (!part && !ended) return null;
      // Partitions stand in the order of their numbers: at equal times the earlier one stays.
      const timestamp = part?.timestamps[part.next] ?? Number.POSITIVE_INFINITY;
      if (part && (first === null || timestamp < earliest)) {
        first = place;
        earliest = timestamp;
      }
    }
    return first;
  }
}

/** The bytes as text; the column of `numbers` that holds the lengths of its pieces then counts characters. */
function textOf(bytes: Buffer, numbers: number[], column: number): string {
  if (isAscii(bytes)) return bytes.toString("latin1");
  let text = "";
  let from = 0;
  for (let at = column; at < numbers.length; at += numbersPerRecord) {
    const length = numbers[at] as number;
    if (length < 0) continue;
    const piece = bytes.toString("utf8", from, from + length);
    from += length;
    numbers[at] = piece.length;
    text += piece;
  }
  return text;
}
