import type { Exercise } from "../../../exercises/catalog.ts";
import type { Grade, Grading } from "../grade-answers.ts";
import type { FoundFile } from "./find-files.ts";
import { readAnswer } from "./read-answer.ts";

/** The grade of what a file holds, code or predictions. Does not throw: one that cannot be graded does not keep others away. */
export async function gradeFile(found: FoundFile, exercise: Exercise, grading: Grading): Promise<Grade> {
  const answer = await readAnswer(found, exercise);
  if ("reason" in answer) return grading.notGraded(answer.reason);
  try {
    return await grading.gradeAnswer(exercise, answer);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return grading.notGraded(`Grading ended with an error. ${why}`);
  }
}

/** The exit code: 0 passed, 1 not passed, 2 could not be graded. */
export function exitCodeOf({ passed }: Grade): number {
  if (passed === null) return 2;
  return passed ? 0 : 1;
}
