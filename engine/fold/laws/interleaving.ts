import type { RawRecord } from "../event.ts";
import type { Json } from "../json.ts";
import { mergeOrder } from "../merge.ts";
import { type Broken, type Comparing, partingPath, positionAt } from "./broken.ts";
import { randomOf } from "./chance.ts";
import { type Folded, type Folding, firstFinding, foldOnce } from "./folding.ts";

/**
 * Two merges that differ in two neighbours only and end in two states: `order` gives `actual`; with the records at
 * `index` and `index + 1` the other way round it gives `expected`, as the order of `mergeOrder` does.
 */
export interface BrokenInterleaving extends Broken {
  order: RawRecord[];
}

/** A merge, as the number of the partition that each record is taken from. */
type Merge = number[];

/**
 * Interleavings: Kafka orders within a partition only, so every merge that keeps each partition's order must end in the
 * same state. Tries all merges up to `most`, else a sample of that many, each merge as likely as any other. What it
 * finds is brought down to one swap of neighbours. States in between are not compared: they are of other records.
 */
export async function interleavingLaw(
  fold: Folding,
  partitions: RawRecord[][],
  { most = 500, seed = 1, compare = (state) => state }: Comparing & { most?: number; seed?: number } = {},
): Promise<BrokenInterleaving | null> {
  const ends = ({ states, stopped }: Folded): Json | undefined =>
    stopped ? undefined : compare(states.at(-1) as Json);
  const endOf = async (merge: Merge) => ends(await foldOnce(fold, { records: recordsIn(merge, partitions) }));
  const reference = mergeOf(mergeOrder(partitions), partitions);
  const expected = await endOf(reference);
  const merges = possibleMerges(partitions, most, seed);
  const other = await firstFinding(
    fold,
    merges.length,
    (i) => ({ records: recordsIn(merges[i] as Merge, partitions) }),
    (folded, i) => (partingPath(expected, ends(folded)) ? (merges[i] as Merge) : null),
  );
  if (!other) return null;
  const { index, merge } = await swapThatMatters(
    reference,
    other,
    async (between) => partingPath(expected, await endOf(between)) === null,
  );
  const order = recordsIn(merge, partitions);
  const actual = await endOf(merge);
  const path = partingPath(expected, actual) ?? [];
  return { index, position: positionAt(order, index), path, expected, actual, order };
}

/**
 * Walks from one merge to the other by swaps of neighbours and finds, by halving, a swap with an equal end before it and
 * another one after it.
 */
async function swapThatMatters(
  from: Merge,
  to: Merge,
  isEqual: (merge: Merge) => Promise<boolean>,
): Promise<{ index: number; merge: Merge }> {
  const swaps = swapsBetween(from, to);
  let equal = 0;
  let other = swaps.length;
  while (other - equal > 1) {
    const middle = (equal + other) >> 1;
    if (await isEqual(swapped(from, swaps.slice(0, middle)))) equal = middle;
    else other = middle;
  }
  return { index: swaps[equal] as number, merge: swapped(from, swaps.slice(0, other)) };
}

/** The places of the swaps of neighbours, in their order, that lead from one merge to the other. */
function swapsBetween(from: Merge, to: Merge): number[] {
  const swaps: number[] = [];
  const now = [...from];
  to.forEach((partition, place) => {
    const found = now.indexOf(partition, place);
    for (let at = found - 1; at >= place; at--) swaps.push(at);
    now.splice(place, 0, ...now.splice(found, 1));
  });
  return swaps;
}

function swapped(merge: Merge, swaps: number[]): Merge {
  const result = [...merge];
  for (const at of swaps) [result[at], result[at + 1]] = [result[at + 1] as number, result[at] as number];
  return result;
}

function recordsIn(merge: Merge, partitions: RawRecord[][]): RawRecord[] {
  const next = partitions.map(() => 0);
  return merge.map((partition) => {
    const offset = next[partition] as number;
    next[partition] = offset + 1;
    return partitions[partition]?.[offset] as RawRecord;
  });
}

function mergeOf(order: RawRecord[], partitions: RawRecord[][]): Merge {
  const partitionOf = new Map(partitions.flatMap((records, number) => records.map((r) => [r, number])));
  return order.map((record) => partitionOf.get(record) as number);
}

/** All merges where there are no more than `most`, else a sample of so many. */
function possibleMerges(partitions: RawRecord[][], most: number, seed: number): Merge[] {
  const lengths = partitions.map((records) => records.length);
  if (countOfMerges(lengths) <= most) return [...mergesOf(lengths)];
  const random = randomOf(seed);
  return Array.from({ length: most }, () => randomMerge(lengths, random));
}

/** How many merges there are; Infinity where there are too many to count. */
function countOfMerges(lengths: number[]): number {
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

/** Each next record from a partition in proportion to what is left of it: so every merge is equally likely. */
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
