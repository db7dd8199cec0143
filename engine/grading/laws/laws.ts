import type { Trace } from "../../fold/trace.ts";
import type { ExerciseChecks } from "../checks.ts";
import type { FoldCases, FoldJob } from "../fold-job.ts";
import { foldingByCases } from "../folding-by-cases.ts";
import type { GradedExercise } from "../reference-solution.ts";
import { crash } from "./crash-in-a-command.ts";
import { duplicates } from "./duplicates.ts";
import { interleavings } from "./interleavings.ts";
import type { Law, LawInput } from "./law.ts";
import { replay } from "./replay.ts";
import { snapshot } from "./snapshot.ts";
import { unknown } from "./unknown-types.ts";

/** The laws, in the order in which they are tried. */
export const allLaws: Law[] = [unknown, replay, snapshot, duplicates, interleavings, crash];

/** The laws that an exercise asks for, as far as they say something about its entry: `own` is its solution's trace. */
export function lawsFor({ entry, laws = {} }: GradedExercise, own: Trace): Law[] {
  // A called function has no states between records, nor has an upcaster that is not folded.
  if (entry.kind === "call" || own.start.state === null) return [];
  return allLaws.filter(({ id }) => laws[id] && (id !== "crash" || entry.kind === "decider"));
}

/** A learner's code as the laws ask it. */
export function askedOf(
  job: FoldJob,
  fold: FoldCases,
  { compare = (state) => state }: ExerciseChecks,
  most: number,
): LawInput {
  return { folding: foldingByCases(job, fold), traces: (cases) => fold(job, cases), compare, most };
}
