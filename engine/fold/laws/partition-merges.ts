import type { RawRecord } from "../event.ts";
import { createRandom } from "./seeded-random.ts";

/** A merge of partitions that keeps the order of each: the number of the partition that each record is taken from. */
export type Merge = number[];

/** The places of the swaps of neighbours, in their order, that lead from one merge to the other. */
export function swapsBetween(from: Merge, to: Merge): number[] {
  const swaps: number[] = [];
  const now = [...from];
  to.forEach((partition, place) => {
    const found = now.indexOf(partition, place);
    for (let at = found - 1; at >= place; at--) swaps.push(at);
    now.splice(place, 0, ...now.splice(found, 1));
  });
  return swaps;
}

/** The merge after these swaps of neighbours. */
export function swapAdjacent(merge: Merge, swaps: number[]): Merge {
  const result = [...merge];
  for (const at of swaps) [result[at], result[at + 1]] = [result[at + 1] as number, result[at] as number];
  return result;
}

/** The records in the order of the merge. */
export function recordsIn<Item>(merge: Merge, partitions: Item[][]): Item[] {
  const next = partitions.map(() => 0);
  return merge.map((partition) => {
    const offset = next[partition] as number;
    next[partition] = offset + 1;
    return partitions[partition]?.[offset] as Item;
  });
}

/** The merge that puts the records of the partitions in this order. */
export function mergeOf(order: RawRecord[], partitions: RawRecord[][]): Merge {
  const partitionOf = new Map(partitions.flatMap((records, number) => records.map((r) => [r, number])));
  return order.map((record) => partitionOf.get(record) as number);
}

/** All merges where there are no more than `most`, else a sample of so many. */
export function possibleMerges(partitions: unknown[][], most: number, seed: number): Merge[] {
  const lengths = partitions.map((records) => records.length);
  if (countOfMerges(lengths) <= most) return [...mergesOf(lengths)];
  const random = createRandom(seed);
  return Array.from({ length: most }, () => randomMerge(lengths, random));
}

/** How many merges there are; Infinity where there are too many to count. */
export function countOfMerges(lengths: number[]): number {
  let records = 0;
  let count = 1;
  for (const length of lengths) {
    for (let i = 1; i <= length; i++) count = (count * ++records) / i;
  }
  return count;
}

function* mergesOf(lengths: number[]): Generator<Merge> {
  if (lengths.every((length) => length === 0)) yield [];
  for (const [partition, length] of lengths.entries()) {
    if (length === 0) continue;
    for (const rest of mergesOf(lengths.with(partition, length - 1))) yield [partition, ...rest];
  }
}

/** Takes each next record from a partition in proportion to what remains there, so every merge is equally likely. */
function randomMerge(lengths: number[], random: () => number): Merge {
  const left = [...lengths];
  const all = left.reduce((sum, length) => sum + length, 0);
  return Array.from({ length: all }, (_, taken) => {
    let place = Math.floor(random() * (all - taken));
    const partition = left.findIndex((length) => {
      place -= length;
      return place < 0;
    });
    left[partition] = (left[partition] as number) - 1;
    return partition;
  });
}
