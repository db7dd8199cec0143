import { type ExerciseMemory, readExercise, writeExercise } from "../exercise/exercise-memory.ts";

/**
 * Stores a change of what the browser remembers of an exercise, and appends what it means for the learner's progress to the
 * progress log. The code for that is loaded with the first change; a page that is left before it has arrived makes up for
 * it on the next visit: see missing-progress-events.ts.
 */
export function changeExercise(id: string, change: Partial<ExerciseMemory>): ExerciseMemory {
  const before = readExercise(id);
  const after = writeExercise(id, change);
  import("./note-exercise-progress.ts").then(
    ({ noteProgressEvents }) => noteProgressEvents(id, before, after),
    () => {},
  );
  return after;
}
