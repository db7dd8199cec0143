import type { Trace } from "../../fold/trace.ts";
import type { FoldCases, FoldJob } from "../cases.ts";
import type { ExerciseChecks } from "../checks.ts";
import { foldingByCases } from "../folding.ts";
import type { GradedExercise } from "../reference.ts";
import { crash } from "./crash.ts";
import { duplicates } from "./duplicates.ts";
import { interleavings } from "./interleavings.ts";
import type { Asked, HouseLaw } from "./law.ts";
import { replay } from "./replay.ts";
import { snapshot } from "./snapshot.ts";
import { unknown } from "./unknown.ts";

/** The laws of the house, in the order in which they are tried. */
export const laws: HouseLaw[] = [unknown, replay, snapshot, duplicates, interleavings, crash];

/** The laws that an exercise asks for, as far as they say something about its entry: `own` is its solution's trace. */
export function lawsFor({ entry, house = {} }: GradedExercise, own: Trace): HouseLaw[] {
  // A called function has no states between records, nor has an upcaster that is not folded.
  if (entry.kind === "call" || own.start.state === null) return [];
  return laws.filter(({ id }) => house[id] && (id !== "crash" || entry.kind === "decider"));
}

/** A learner's code as the laws ask it. */
export function askedOf(
  job: FoldJob,
  fold: FoldCases,
  { compare = (state) => state }: ExerciseChecks,
  most: number,
): Asked {
  return { folding: foldingByCases(job, fold), traces: (cases) => fold(job, cases), compare, most };
}
