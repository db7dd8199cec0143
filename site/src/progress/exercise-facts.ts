import type { ExerciseMemory } from "../workbench/memory.ts";
import { happened, type ProgressRecord } from "./event.ts";
import { browserStore } from "./store.ts";

/** The part of an exercise's memory that is progress, and not a draft or a liking. */
export type ExerciseProgress = Pick<
  ExerciseMemory,
  "hints" | "failures" | "parts" | "solution" | "passed" | "best"
>;

/** What happened between two states of an exercise's memory. Folding it onto the first gives the second's progress. */
export function factsBetween(
  exercise: string,
  before: ExerciseProgress,
  after: ExerciseProgress,
): ProgressRecord[] {
  const facts: ProgressRecord[] = [];
  for (let hint = before.hints + 1; hint <= after.hints; hint++)
    facts.push(happened("HintRead", { exercise, hint }));
  for (const attempt of after.failures)
    if (!before.failures.includes(attempt)) facts.push(happened("CheckFailed", { exercise, attempt }));
  if (after.parts.seen > before.parts.seen)
    facts.push(happened("SolutionPartSeen", { exercise, ...after.parts }));
  if (after.solution !== before.solution && after.solution !== "no")
    facts.push(happened("SolutionSeen", { exercise, how: after.solution }));
  if (after.passed && after.passed.at !== before.passed?.at) {
    const { at, ...how } = after.passed;
    facts.push(happened("ExercisePassed", { exercise, ...how }, at));
  }
  if (after.best !== undefined && after.best !== before.best)
    facts.push(happened("BestImproved", { exercise, statements: after.best }));
  return facts;
}

/** Appends them to the log of this browser. */
export function noteFacts(exercise: string, before: ExerciseProgress, after: ExerciseProgress): void {
  const facts = factsBetween(exercise, before, after);
  if (facts.length > 0) browserStore.append(facts);
}
