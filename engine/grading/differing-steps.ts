import { type Event, readRecord } from "../fold/event.ts";
import { type Json, sameJson } from "../fold/json.ts";
import { findFirstDivergence } from "../fold/laws/divergence.ts";
import { statesOf } from "../fold/states-of-trace.ts";
import type { Trace } from "../fold/trace.ts";
import type { CheckContext, ExerciseChecks } from "./checks.ts";
import type { FoldCase } from "./fold-job.ts";

/** What of a trace is compared: what counts of the state and of the result. */
export type Compare = Pick<ExerciseChecks, "compare" | "compareResult">;

/**
 * The first step at which the learner's trace and the reference's differ, with what a check needs to speak about it: the
 * step's event or command and what came before. Null when they agree to the end.
 */
export function divergenceAt(
  learner: Trace,
  reference: Trace,
  folded: FoldCase,
  compared: Compare,
): CheckContext | null {
  const compare = safely(compared.compare);
  const found = findFirstDivergence(learner, reference, {
    compare,
    compareResult: safely(compared.compareResult),
  });
  if (!found) return null;
  const { index, position, before, expected, actual, results } = found;
  const step = reference.steps[index];
  const isCall = step !== undefined && step.event === null && step.command === undefined;
  return {
    index,
    offset: position?.offset ?? null,
    position,
    event: step?.event ?? null,
    command: step?.command ?? null,
    history: reference.steps
      .slice(0, Math.max(0, index))
      .flatMap(({ event }): Event[] => (event ? [event] : [])),
    before,
    expected,
    // Code that stopped shows its last state.
    actual: actual === undefined ? compare(learner.end.state) : actual,
    ...(results && {
      expectedResult: results.expected,
      ...(results.actual !== undefined && { actualResult: results.actual }),
    }),
    ...(isCall && { args: folded.args ?? eventsOf(folded) }),
  };
}

/** All steps, -1 first, after which the two traces differ in what counts of state or result. */
export function differingSteps(learner: Trace, reference: Trace, compared: Compare): number[] {
  const [compare, compareResult] = [safely(compared.compare), safely(compared.compareResult)];
  const wanted = statesOf(reference).map(compare);
  const found = statesOf(learner).map(compare);
  const result = ({ steps }: Trace, index: number) => {
    const given = steps[index]?.result;
    return given === undefined ? undefined : compareResult(given);
  };
  return Array.from({ length: Math.max(wanted.length, found.length) }, (_, place) => place - 1).filter(
    (index) =>
      !sameJson(wanted[index + 1], found[index + 1]) ||
      !sameJson(result(reference, index), result(learner, index)),
  );
}

/** The events a called function was given. */
function eventsOf({ records }: FoldCase): Json[] {
  const read = records.map(readRecord).flatMap((record) => ("event" in record ? [record.event] : []));
  return [read as unknown as Json];
}

/** An author's comparison may meet any state a learner can make: what it cannot read counts as nothing. */
export function safely(compare: ((value: Json) => Json) | undefined): (value: Json) => Json {
  return (value) => {
    if (!compare) return value;
    try {
      return compare(value);
    } catch {
      return null;
    }
  };
}
