import { countFailure } from "../../../../engine/grading/failed-attempts.ts";
import type { CheckOutcome } from "../../../../engine/protocol/response-types.ts";
import type { ExerciseMemory } from "../../exercise/exercise-memory.ts";
import type { Exercise } from "../../exercise/exercise-payload.ts";
import type { Checked } from "./checks.ts";
import type { Folds } from "./folds.ts";
import type { PersistentStore } from "./persistent-store.ts";
import type { TapeStore } from "./tape.ts";

/**
 * Stores a pass or a failure, and puts the fold of the checked code on the tape: at the step that the message is about.
 * The learner who has run other code since the check began keeps the fold of that code.
 */
export function applyCheckResult(
  { end, outcomes, source }: Checked,
  { topic, starter }: Exercise,
  { $value: $memory, change }: Pick<PersistentStore<ExerciseMemory>, "$value" | "change">,
  { $state, dispatch }: Pick<TapeStore, "$state" | "dispatch">,
  { keep, foldLesson }: Pick<Folds, "keep" | "foldLesson">,
  isWritten: boolean,
  hasRunOther: boolean,
): void {
  const failed = outcomes.find((outcome) => !outcome.passed);
  if (source !== null) keep(source, end);
  // A prediction says nothing about the fold that is on the tape.
  const isFold = source !== null && isOnLesson(failed, topic);
  const divergence = isFold ? (failed?.firstDivergence?.index ?? null) : null;
  if (!hasRunOther) {
    dispatch({ type: "diverge", index: divergence });
    if (source !== null && source !== $state.get().lesson.source)
      foldLesson(source, divergence ?? "keep", divergence);
    else if (divergence !== null && $state.get().tape.kind === "lesson")
      dispatch({ type: "go", to: divergence });
  }
  const memory = $memory.get();
  if (!end.passed) {
    const answer = source ?? JSON.stringify(memory.predictions);
    change({ failures: countFailure(memory.failures, answer, starter, end.verdict === "ok") });
    return;
  }
  const { records, logs } = end;
  const { solution, parts } = memory;
  const at = new Date().toISOString();
  change({ passed: { at, solution, ...(parts.seen > 0 && { parts }), records, logs } });
  // Of ready lines nobody chose the number.
  if (source === null || !isWritten) return;
  void countStatements(source).then((count) => {
    if (count !== null) change({ best: Math.min(count, $memory.get().best ?? count) });
  });
}

/** The number of statements of a source; null if it cannot be parsed or the counter cannot be loaded. */
async function countStatements(source: string): Promise<number | null> {
  const counting = await import("../../../../engine/grading/statement-count.ts").catch(() => null);
  return counting?.statementsIn(source) ?? null;
}

/** Whether a check failed on the lesson's own log, and not only on a generated one. */
function isOnLesson(outcome: CheckOutcome | undefined, topic: string): boolean {
  return outcome?.firstDivergence?.position?.topic === topic;
}
