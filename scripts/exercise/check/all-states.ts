import type { Json } from "../../../engine/fold/json.ts";
import { statesOf } from "../../../engine/fold/states-of-trace.ts";
import type { Trace } from "../../../engine/fold/trace.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";

/** What was folded: every state that was met, and every result that was given. */
export interface Met {
  states: Json[];
  results: Json[];
}

/** What the solution makes of all logs, and the starter and the wrong answers of the exercise's own. */
export async function metStates(subject: ExerciseUnderCheck): Promise<Met> {
  const { reference } = subject;
  const traces: Trace[] = [];
  for (const question of [await reference.own(), ...(await reference.others())])
    traces.push(question.reference);
  for (const { name, source } of subject.wrongAnswers()) {
    const trace = await subject.fold(name, source);
    if (trace) traces.push(trace);
  }
  return {
    states: traces.flatMap((trace) => statesOf(trace)),
    results: traces.flatMap(({ steps }) =>
      steps.flatMap(({ result }) => (result === undefined ? [] : [result])),
    ),
  };
}
