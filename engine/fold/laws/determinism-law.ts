import type { RawRecord } from "../event.ts";
import type { Folding } from "./folding-interface.ts";
import { type CompareOptions, findFirstDifference, positionAt, type Violation } from "./violation.ts";

/** Two seeds: other clocks, other random numbers. */
export const twoSeeds: [number, number] = [1, 777_777_777];

/**
 * Determinism: the same log gives the same states whatever the clock shows and whatever chance gives. Folds twice under
 * two seeds, of which clock and random numbers follow, and gives the first record at which the folds differ. What code
 * remembers outside its state is the same in both: the snapshot law finds that.
 */
export async function determinismLaw(
  fold: Folding,
  records: RawRecord[],
  { seeds = twoSeeds, ...comparing }: CompareOptions & { seeds?: [number, number] } = {},
): Promise<Violation | null> {
  const [first, second] = await fold(seeds.map((seed) => ({ records, seed })));
  if (!first || !second) throw new Error("The folding gave fewer answers than it was asked for.");
  const difference = findFirstDifference(first.states, second.states, comparing);
  if (!difference) return null;
  const { place, ...seen } = difference;
  return { index: place - 1, position: positionAt(records, place - 1), ...seen };
}
