import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Exercise } from "../../../exercises/catalog.ts";
import type { Grade } from "../grade-answers.ts";

/** Code that reads exercises and grades answers to them: today's, or that of a commit. Close it after use. */
export interface GradingCode {
  read(folder: string, slug: string): Promise<Exercise>;
  grade(exercise: Exercise, source: string): Promise<Grade>;
  each<T>(items: T[], work: (item: T) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const reader = "exercises/catalog.ts";
const grader = "scripts/exercise/grade-answers.ts";

/** Whether a copy of the project holds the code that reads and grades. */
export const holdsGradingCode = (project: string): boolean =>
  [reader, grader].every((file) => existsSync(join(project, file)));

/** The code of a copy of the project. Generated logs follow from the seed. */
export async function openGradingCode(project: string, seed: number): Promise<GradingCode> {
  const { openPack, readExercise } = await load<typeof import("../../../exercises/catalog.ts")>(
    project,
    reader,
  );
  const { Grading } = await load<typeof import("../grade-answers.ts")>(project, grader);
  const grading = await Grading.open(seed);
  return {
    read: async (folder, slug) => readExercise(await openPack(folder, [slug]), slug),
    grade: (exercise, source) => grading.grade(exercise, source),
    each: (items, work) => grading.each(items, work),
    close: () => grading.close(),
  };
}

function load<Module>(project: string, file: string): Promise<Module> {
  return import(/* @vite-ignore */ pathToFileURL(join(project, file)).href);
}
