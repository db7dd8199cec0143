import { partitionOf } from "../../../engine/fold/partition.ts";
import { type Cart, type CartRecord, cartRecords, foldByKey } from "./carts-log.ts";

export interface PlacedRecord {
  partition: number;
  offset: number;
  record: CartRecord;
}

export const partitionsBefore = 3;
/** So many records are in the topic when it grows, at seven minutes past nine. */
export const recordsBefore = 9;

/** The first `sent` records where a producer puts them, if the topic grows to so many partitions after nine records. */
export function placeRecords(sent: number, partitionsAfter: number): PlacedRecord[] {
  const ends = new Map<number, number>();
  return cartRecords.slice(0, sent).map((record, place) => {
    const partition = partitionOf(record.key, place < recordsBefore ? partitionsBefore : partitionsAfter);
    const offset = ends.get(partition) ?? 0;
    ends.set(partition, offset + 1);
    return { partition, offset, record };
  });
}

/** What the consumer of one partition folds: it sees no other record. */
export function cartsOfConsumer(placed: PlacedRecord[], partition: number): Record<string, Cart> {
  return foldByKey(placed.filter((each) => each.partition === partition).map(({ record }) => record));
}

/** The keys whose records go to another partition than before. */
export function movedKeys(keys: string[], partitionsAfter: number): string[] {
  return keys.filter((key) => partitionOf(key, partitionsBefore) !== partitionOf(key, partitionsAfter));
}

/** The partitions that hold records of a key, in the order in which it came to them. */
export function partitionsHolding(placed: PlacedRecord[], key: string): number[] {
  return [...new Set(placed.filter(({ record }) => record.key === key).map(({ partition }) => partition))];
}
