import { fingerprint } from "../../../engine/grading/attempts.ts";
import { type ExerciseMemory, readExercise, writeExercise } from "../workbench/memory.ts";
import { happened, type ProgressRecord } from "./event.ts";
import { inOrder } from "./merge.ts";
import { keptNames } from "./names.ts";

/**
 * The code that is kept with the exercises, as events. It lies in the memory of each exercise and nowhere else; it joins
 * the log when the log is read whole. The same code of an exercise is the same event in every file.
 */
export function keptCode(): ProgressRecord[] {
  return keptNames("exercise/").flatMap((id) => {
    const memory = readExercise(id);
    return memory.code === undefined ? [] : [codeKept(id, memory.code, memory.passed?.at)];
  });
}

function codeKept(exercise: string, source: string, at?: string): ProgressRecord {
  const id = `code ${exercise} ${fingerprint(source)}`;
  return happened("CodeKept", { exercise, source }, at, id);
}

/** Gives every exercise its code back. Where there is code already, that one stays. */
export function takeInCode(log: ProgressRecord[]): void {
  for (const { event } of inOrder(log).reverse()) {
    if (event.type !== "CodeKept") continue;
    const { exercise, source } = event.data;
    const memory: ExerciseMemory = readExercise(exercise);
    if (memory.code === undefined) writeExercise(exercise, { code: source });
  }
}
