import type { ExerciseProgress } from "../exercise/exercise-memory.ts";
import { type ProgressRecord, progressEvent } from "./progress-event.ts";
import { browserStore } from "./progress-store.ts";

/** What happened between two states of an exercise's memory. Folding it onto the first gives the second's progress. */
export function progressEventsBetween(
  exercise: string,
  before: ExerciseProgress,
  after: ExerciseProgress,
): ProgressRecord[] {
  const facts: ProgressRecord[] = [];
  for (let hint = before.hints + 1; hint <= after.hints; hint++)
    facts.push(progressEvent("HintRead", { exercise, hint }));
  for (const attempt of after.failures)
    if (!before.failures.includes(attempt)) facts.push(progressEvent("CheckFailed", { exercise, attempt }));
  if (after.parts.seen > before.parts.seen)
    facts.push(progressEvent("SolutionPartSeen", { exercise, ...after.parts }));
  if (after.solution !== before.solution && after.solution !== "no")
    facts.push(progressEvent("SolutionSeen", { exercise, how: after.solution }));
  if (after.passed && after.passed.at !== before.passed?.at) {
    const { at, ...how } = after.passed;
    facts.push(progressEvent("ExercisePassed", { exercise, ...how }, at));
  }
  if (after.best !== undefined && after.best !== before.best)
    facts.push(progressEvent("BestImproved", { exercise, statements: after.best }));
  return facts;
}

/** Appends them to the log of this browser. */
export function noteProgressEvents(
  exercise: string,
  before: ExerciseProgress,
  after: ExerciseProgress,
): void {
  const facts = progressEventsBetween(exercise, before, after);
  if (facts.length > 0) browserStore.append(facts);
}
