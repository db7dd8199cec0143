import { type Json, sameJson } from "../json.ts";
import { statesOf } from "../states-of-trace.ts";
import type { Trace } from "../trace.ts";
import { pathOfFirstDifference, type Violation } from "./violation.ts";

/** What of two traces is compared: what counts of a state and of a result; all of it when absent. */
export interface TraceComparing {
  compare?: (state: Json) => Json;
  compareResult?: (result: Json) => Json;
}

/** Where two traces part: `index` is the step, `expected` and `actual` are the compared states after it. */
export interface Divergence extends Omit<Violation, "path"> {
  /** The keys to the first part of the state that differs; null where only the results do. */
  path: string[] | null;
  expected: Json;
  /** The expected state before the step. */
  before: Json;
  /** The compared results, where the expected trace has one at this step. */
  results?: { expected: Json; actual: Json | undefined };
}

/**
 * The first step at which a trace differs from the expected one: another state, another result, or no more steps.
 * Null when they agree to the end of the expected one.
 */
export function findFirstDivergence(
  actual: Trace,
  expected: Trace,
  { compare = (state) => state, compareResult = (result) => result }: TraceComparing = {},
): Divergence | null {
  const found = statesOf(actual).map(compare);
  const wanted = statesOf(expected).map(compare);
  for (let index = -1; index < expected.steps.length; index++) {
    const step = expected.steps[index];
    const own = actual.steps[index];
    const after = wanted[index + 1] as Json;
    const ownAfter = found[index + 1];
    const results = step?.result !== undefined && {
      expected: compareResult(step.result),
      actual: own?.result === undefined ? undefined : compareResult(own.result),
    };
    if (sameJson(after, ownAfter) && (!results || sameJson(results.expected, results.actual))) continue;
    return {
      index,
      position: step?.position ?? null,
      path: pathOfFirstDifference(after, ownAfter),
      before: wanted[Math.max(index, 0)] as Json,
      expected: after,
      actual: ownAfter,
      ...(results && { results }),
    };
  }
  return null;
}
