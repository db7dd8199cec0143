import type { Position } from "../fold/event.ts";
import { type Json, sameJson } from "../fold/json.ts";
import type { TraceEnd } from "../fold/trace.ts";
import { runSentences } from "../sentences/english/runs.ts";
import { sentencesFrom } from "../sentences/message.ts";

/**
 * The end of a window that was folded again, as it has to be told: where it came to another state than the whole fold
 * had there (`expected`, undefined where that is not known), the code remembers something outside the state.
 */
export function checkRefoldedWindow(
  end: TraceEnd,
  expected: Json | undefined,
  last: Position | null,
): TraceEnd {
  if (end.verdict !== "ok" || expected === undefined || sameJson(end.state, expected)) return end;
  return {
    ...end,
    verdict: "nondeterministic",
    ...sentencesFrom(runSentences)("remembers-outside-state"),
    at: { index: end.steps, position: last },
  };
}
