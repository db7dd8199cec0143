import type { JsonObject } from "../engine/fold/json.ts";
import { foldCasesIn } from "../engine/grading/fold-cases.ts";
import { ReferenceSolution } from "../engine/grading/reference-solution.ts";
import { loadNodeEngine } from "../engine/sandbox/node-engine.ts";
import type { Exercise } from "./catalog.ts";

const anySeed = 1;

/** What the solution's fold of an exercise's own log ends with: `{ state }`, or for a call `{ answer }`. */
export async function endOfFold(exercise: Exercise): Promise<JsonObject> {
  const fold = foldCasesIn(await loadNodeEngine());
  const { reference } = await new ReferenceSolution(exercise, fold, anySeed).own();
  return exercise.entry.kind === "call"
    ? { answer: reference.steps.at(-1)?.result ?? null }
    : { state: reference.end.state };
}
