import type { RawRecord } from "./event.ts";
import { mayHaveUnusualNumbers, plainNumbers } from "./json.ts";

/**
 * Records of one topic in columns, in fold order: what the fold lane takes. Values stay text, they are parsed where
 * they are folded. `numbers` holds five for each record: partition, offset, timestamp, characters of its key and of its
 * value; -1 where there is none.
 */
export interface ColumnarBatch {
  topic: string;
  keys: string;
  values: string;
  numbers: number[];
}

export const numbersPerRecord = 5;

/** The records as a batch. Throws where they are of two topics. */
export function columnarBatchOf(topic: string, records: RawRecord[]): ColumnarBatch {
  const numbers: number[] = [];
  let keys = "";
  let values = "";
  for (const { position, timestamp, key, value } of records) {
    if (position.topic !== topic) throw new Error(`A batch of ${topic} cannot hold ${position.topic}.`);
    numbers.push(position.partition, position.offset, timestamp, key?.length ?? -1, value?.length ?? -1);
    keys += key ?? "";
    values += value ?? "";
  }
  return { topic, keys, values, numbers };
}

const valueColumn = 4;

/** The same batch with the numbers of every value as `readRecord` reads them. Nearly always one look finds nothing to do. */
export function withPlainNumbers(batch: ColumnarBatch): ColumnarBatch {
  if (!mayHaveUnusualNumbers(batch.values)) return batch;
  const numbers = [...batch.numbers];
  let values = "";
  let at = 0;
  for (let i = valueColumn; i < numbers.length; i += numbersPerRecord) {
    const length = numbers[i] as number;
    if (length < 0) continue;
    const value = plainNumbers(batch.values.slice(at, at + length));
    at += length;
    numbers[i] = value.length;
    values += value;
  }
  return { ...batch, values, numbers };
}

export function countOf(batch: ColumnarBatch): number {
  return batch.numbers.length / numbersPerRecord;
}
