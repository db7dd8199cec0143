import type { RawRecord } from "../event.ts";
import type { Json } from "../json.ts";
import { type Broken, type Comparing, firstParting, positionAt } from "./broken.ts";
import { type Folding, firstFinding, foldOnce } from "./folding.ts";

export interface BrokenSnapshot extends Broken {
  /** How many records were folded before the snapshot was taken: going on from there leads to other states. */
  taken: number;
  /** The state that was kept. */
  kept: Json;
}

/**
 * The snapshot law: folding the first k records, and going on from that state alone with the rest, gives the states of
 * the whole fold, for every k. Gives the smallest k that breaks it. A record at which the whole fold stops, and what
 * comes after it, has no part in it. Folds about n²/2 records.
 */
export async function snapshotLaw(
  fold: Folding,
  records: RawRecord[],
  comparing: Comparing = {},
): Promise<BrokenSnapshot | null> {
  const { states } = await foldOnce(fold, { records });
  const folded = Math.max(0, states.length - 1);
  return firstFinding(
    fold,
    folded,
    (taken) => ({ records: records.slice(taken, folded), from: states[taken] as Json }),
    (again, taken) => {
      const parting = firstParting(states.slice(taken), again.states, comparing);
      if (!parting) return null;
      const { place, ...seen } = parting;
      const index = taken + place - 1;
      return { index, position: positionAt(records, index), ...seen, taken, kept: states[taken] as Json };
    },
  );
}
