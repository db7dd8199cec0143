import type { RawRecord } from "../event.ts";
import { type Broken, type Comparing, firstParting, positionAt } from "./broken.ts";
import type { Folding } from "./folding.ts";

/** Two seeds: other clocks, other random numbers. */
export const twoSeeds: [number, number] = [1, 777_777_777];

/**
 * Determinism: the same log gives the same states whatever the clock shows and whatever chance gives. Folds twice under
 * two seeds, of which clock and random numbers follow, and gives the first record at which the folds part. What code
 * remembers outside its state is the same in both: the snapshot law finds that.
 */
export async function determinismLaw(
  fold: Folding,
  records: RawRecord[],
  { seeds = twoSeeds, ...comparing }: Comparing & { seeds?: [number, number] } = {},
): Promise<Broken | null> {
  const [first, second] = await fold(seeds.map((seed) => ({ records, seed })));
  if (!first || !second) throw new Error("The folding gave fewer answers than it was asked for.");
  const parting = firstParting(first.states, second.states, comparing);
  if (!parting) return null;
  const { place, ...seen } = parting;
  return { index: place - 1, position: positionAt(records, place - 1), ...seen };
}
