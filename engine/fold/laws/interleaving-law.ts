import type { RawRecord } from "../event.ts";
import type { Json } from "../json.ts";
import { mergeOrder } from "../merge-order.ts";
import { type Folded, type Folding, firstFinding, foldOnce } from "./folding-interface.ts";
import {
  type Merge,
  mergeOf,
  possibleMerges,
  recordsIn,
  swapAdjacent,
  swapsBetween,
} from "./partition-merges.ts";
import { type CompareOptions, pathOfFirstDifference, positionAt, type Violation } from "./violation.ts";

/**
 * Two merges that differ in two neighbours only and end in two states: `order` gives `actual`; with the records at
 * `index` and `index + 1` the other way round it gives `expected`, as the order of `mergeOrder` does.
 */
export interface InterleavingViolation extends Violation {
  order: RawRecord[];
}

/**
 * Interleavings: Kafka orders within a partition only, so every merge that keeps each partition's order must end in the
 * same state. Tries all merges up to `most`, else a sample of that many, each merge as likely as any other. What it
 * finds is brought down to one swap of neighbours. States in between are not compared: they are of other records.
 */
export async function interleavingLaw(
  fold: Folding,
  partitions: RawRecord[][],
  {
    most = 500,
    seed = 1,
    compare = (state) => state,
  }: CompareOptions & { most?: number; seed?: number } = {},
): Promise<InterleavingViolation | null> {
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
    (folded, i) => (pathOfFirstDifference(expected, ends(folded)) ? (merges[i] as Merge) : null),
  );
  if (!other) return null;
  const { index, merge } = await swapThatMatters(
    reference,
    other,
    async (between) => pathOfFirstDifference(expected, await endOf(between)) === null,
  );
  const order = recordsIn(merge, partitions);
  const actual = await endOf(merge);
  const path = pathOfFirstDifference(expected, actual) ?? [];
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
    if (await isEqual(swapAdjacent(from, swaps.slice(0, middle)))) equal = middle;
    else other = middle;
  }
  return { index: swaps[equal] as number, merge: swapAdjacent(from, swaps.slice(0, other)) };
}
