import { type ExerciseMemory, freshExercise } from "../exercise/exercise-memory.ts";

/** How far somebody has come with an exercise, as this browser remembers it. */
export type Progress = "new" | "begun" | "passed";

/** Whoever opened it and changed nothing, and did not step, has not begun. */
export function exerciseProgress(memory: ExerciseMemory): Progress {
  if (memory.passed) return "passed";
  const { code, cursor, hints, failures, solution } = memory;
  const untouched =
    code === undefined &&
    cursor === freshExercise.cursor &&
    hints === 0 &&
    failures.length === 0 &&
    solution === "no";
  return untouched ? "new" : "begun";
}
