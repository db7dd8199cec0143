import type { Event } from "../fold/event.ts";
import { type Json, sameJson } from "../fold/json.ts";
import { statesOf } from "../fold/steps.ts";
import type { Trace } from "../fold/trace.ts";
import type { FoldCase } from "./cases.ts";
import type { At, ExerciseChecks } from "./checks.ts";

/** What of a trace is compared: what counts of the state and of the result. */
export type Compare = Pick<ExerciseChecks, "compare" | "compareResult">;

/**
 * The first step at which the learner's trace and the reference's part: other state, other result, or the learner's
 * code stopped there. Null when they agree to the end.
 */
export function firstDivergence(
  learner: Trace,
  reference: Trace,
  folded: FoldCase,
  { compare, compareResult }: Compare,
): At | null {
  const kept = safely(compare);
  const keptResult = safely(compareResult);
  const mine = statesOf(learner).map(kept);
  const theirs = statesOf(reference).map(kept);
  const history: Event[] = [];
  for (let index = -1; index < reference.steps.length; index++) {
    const step = reference.steps[index];
    const own = learner.steps[index];
    const stopped = index >= 0 && own === undefined;
    const expected = theirs[index + 1] as Json;
    const actual = (stopped ? mine.at(-1) : mine[index + 1]) as Json;
    const results: Pick<At, "expectedResult" | "actualResult"> =
      step?.result === undefined
        ? {}
        : {
            expectedResult: keptResult(step.result),
            ...(own?.result !== undefined && { actualResult: keptResult(own.result) }),
          };
    if (stopped || !sameJson(expected, actual) || !sameJson(results.expectedResult, results.actualResult)) {
      const isCall = step !== undefined && step.event === null && step.command === undefined;
      return {
        index,
        offset: step?.position?.offset ?? null,
        position: step?.position ?? null,
        event: step?.event ?? null,
        command: step?.command ?? null,
        history,
        before: theirs[Math.max(index, 0)] as Json,
        expected,
        actual,
        ...results,
        ...(isCall && { args: folded.args ?? eventsOf(folded) }),
      };
    }
    if (step?.event) history.push(step.event);
  }
  return null;
}

/** The events a called function was given. */
function eventsOf({ records }: FoldCase): Json[] {
  return [records.map(({ value }) => JSON.parse(value ?? "null") as Json)];
}

/** An author's comparison may meet any state a learner can make: what it cannot read counts as nothing. */
function safely(compare: ((value: Json) => Json) | undefined): (value: Json) => Json {
  return (value) => {
    if (!compare) return value;
    try {
      return compare(value);
    } catch {
      return null;
    }
  };
}
