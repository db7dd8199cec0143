import type { Json } from "../fold/json.ts";
import { pathOfFirstDifference } from "../fold/laws/violation.ts";
import type { StoppedAt } from "../fold/trace.ts";
import { type FoldInput, fold, type RawStep } from "./fold.ts";
import { type Failure, nondeterministic } from "./fold-failures.ts";
import type { OpenedModule } from "./open-module.ts";
import { RebuiltStates } from "./states-rebuilt-from-json.ts";

/** Opens the learner's module again, with another seed. */
export type Again = (freezing: boolean) => Promise<OpenedModule | Failure>;

/** In seconds of the clock: 39 years, a month, 13 days, 13 hours, 22 minutes, 37 seconds: no part of a date stays the same. */
const farAway = 1_234_531_357;

/** Seed of the second fold: other random numbers than the first one's, and a clock that is decades away. */
export function otherSeed(seed: number): number {
  return seed < 2 ** 30 ? seed + farAway : seed - farAway;
}

/** Records that are folded before the last fold: what is kept from them shows, and a long log need not be folded thrice. */
const recordsBefore = 500;

/**
 * Folds again with another seed and clock, in an instance that has folded some of the records before so that what the
 * code keeps shows, and with states that were rebuilt from their JSON. Compares every state and result of the last fold
 * with the first one's. Gives the first moment that differs; `index` is that of the step, -1 the initial state. `onAgain`
 * is called before the last fold, as before the one that `again` opens.
 */
export async function firstDifference(
  again: Again,
  input: FoldInput,
  first: RawStep[],
  onAgain: () => void,
): Promise<{ stop: Failure; index: number; position: StoppedAt["position"] } | null> {
  const opened = await again(true);
  const differs = (index: number, position: StoppedAt["position"], path: string) => ({
    stop: nondeterministic(path),
    index,
    position,
  });
  if (!("guest" in opened)) return differs(-1, null, "");
  try {
    const some = { ...input, records: input.records.slice(0, recordsBefore) };
    for (const _ of fold(opened.guest, some, opened.views));
    onAgain();
    opened.guest.renew();
    const rawSteps = fold(new RebuiltStates(opened.guest, first), input, opened.views);
    for (const [count, moment] of first.entries()) {
      const next = rawSteps.next();
      const position = moment.position;
      if (next.done) return differs(count - 1, position, "");
      const path = differencePath(moment, next.value);
      if (path !== null) return differs(count - 1, position, path);
    }
    return null;
  } finally {
    opened.guest.dispose();
  }
}

function differencePath(a: RawStep, b: RawStep): string | null {
  if (a.result !== b.result) return "";
  for (const [i, { path, json }] of a.written.entries()) {
    const other = b.written[i]?.json;
    if (json === other) continue;
    if (other === undefined) return path.join(".");
    const difference = pathOfFirstDifference(JSON.parse(json) as Json, JSON.parse(other) as Json);
    if (difference) return [...path, ...difference].join(".");
  }
  return null;
}
