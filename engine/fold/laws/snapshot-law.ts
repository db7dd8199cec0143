import type { RawRecord } from "../event.ts";
import type { Json } from "../json.ts";
import { type Folding, firstFinding, foldOnce } from "./folding-interface.ts";
import { type CompareOptions, findFirstDifference, positionAt, type Violation } from "./violation.ts";

export interface SnapshotViolation extends Violation {
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
  comparing: CompareOptions = {},
): Promise<SnapshotViolation | null> {
  const { states } = await foldOnce(fold, { records });
  const folded = Math.max(0, states.length - 1);
  return firstFinding(
    fold,
    folded,
    (taken) => ({ records: records.slice(taken, folded), from: states[taken] as Json }),
    (again, taken) => {
      const difference = findFirstDifference(states.slice(taken), again.states, comparing);
      if (!difference) return null;
      const { place, ...seen } = difference;
      const index = taken + place - 1;
      return { index, position: positionAt(records, index), ...seen, taken, kept: states[taken] as Json };
    },
  );
}
