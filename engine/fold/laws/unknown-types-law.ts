import type { RawRecord } from "../event.ts";
import type { Json } from "../json.ts";
import { type Folding, foldOnce } from "./folding-interface.ts";
import { type CompareOptions, findFirstDifference, positionAt, type Violation } from "./violation.ts";

/** A type that no code of a learner knows. */
export const unknownType = "SomethingNewHappened";

/** `index` is the place in `log`, the log with the unknown events in it. */
export interface UnknownTypeViolation extends Violation {
  log: RawRecord[];
}

/** The log with an event of an unknown type after each record, with the same key. Offsets are counted again. */
export function withUnknownEvents(records: RawRecord[]): RawRecord[] {
  return records
    .flatMap((record, place): RawRecord[] => {
      const event = { type: unknownType, data: {}, metadata: { id: `unknown-${place}` } };
      return [record, { ...record, value: JSON.stringify(event) }];
    })
    .map((record, offset) => ({ ...record, position: { ...record.position, offset } }));
}

/**
 * Unknown event types: an event that the code does not know leaves the state as it was. Logs outlive code, and the next
 * writer brings new types. Gives the first event of an unknown type after which the state is another one. A record at
 * which the log stops without unknown events, and what comes after it, has no part in it. Folds three times the records.
 */
export async function unknownTypesLaw(
  fold: Folding,
  records: RawRecord[],
  comparing: CompareOptions = {},
): Promise<UnknownTypeViolation | null> {
  const { states } = await foldOnce(fold, { records });
  const log = withUnknownEvents(records.slice(0, Math.max(0, states.length - 1)));
  const { states: found } = await foldOnce(fold, { records: log });
  for (let index = 1; index < log.length; index += 2) {
    // What a state was before its record can differ for other reasons, such as another offset: only this step counts.
    const difference = findFirstDifference(
      [found[index] as Json],
      found.slice(index + 1, index + 2),
      comparing,
    );
    if (difference) {
      const { path, expected, actual } = difference;
      return { index, position: positionAt(log, index), path, expected, actual, log };
    }
  }
  return null;
}
