import { randomInt } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Exercise } from "../../../exercises/catalog.ts";
import { argumentsOf } from "../../authoring/parse-arguments.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { chosenExercise } from "../chosen-exercises.ts";
import { type Grade, Grading } from "../grade-answers.ts";
import { csv } from "./csv.ts";
import { gradeOnSave } from "./grade-on-save.ts";

const usage = "grade <slug> <file or folder> [--pack <folder>] [--seed <number>] [--watch]";

/** `npm run exercise -- grade <slug> <file or folder>`. 0: passed, 1: not passed, 2: could not be graded. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(
    args,
    { pack: { type: "string" }, seed: { type: "string" }, watch: { type: "boolean" } },
    usage,
  );
  const [slug, path, ...more] = positionals;
  if (slug === undefined || path === undefined || more.length > 0)
    throw new UsageError(`Name the exercise and what to grade: npm run exercise -- ${usage}`);
  if (!existsSync(path)) throw new UsageError(`There is no file or folder ${path}.`);
  const isFolder = statSync(path).isDirectory();
  if (values.watch && isFolder)
    throw new UsageError("--watch looks at one file: name it instead of its folder.");
  const seed = seedOf(values.seed);

  const exercise = await readable(slug, values.pack);
  if (exercise === null) return 2;
  const grading = isFolder ? await Grading.open(seed) : await Grading.open(seed, 1);
  try {
    if (values.watch) return await gradeOnSave(path, exercise, grading);
    return isFolder ? await gradeFolder(path, exercise, grading) : await gradeFile(path, exercise, grading);
  } finally {
    await grading.close();
  }
}

async function readable(slug: string, pack?: string): Promise<Exercise | null> {
  try {
    return await chosenExercise(slug, pack);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    console.error(error instanceof Error ? error.message : String(error));
    return null;
  }
}

async function gradeFile(file: string, exercise: Exercise, grading: Grading): Promise<number> {
  const grade = await grading.grade(exercise, await readFile(file, "utf8"));
  console.log(JSON.stringify({ exercise: exercise.id, file, ...grade }, null, 2));
  return codeOf(grade);
}

/** The files of a folder and of the folders in it, a line of CSV each, in the order of their names. */
async function gradeFolder(folder: string, exercise: Exercise, grading: Grading): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
  if (files.length === 0)
    throw new UsageError(`${folder} holds no .ts file. Put one file for each answer into it.`);
  const grades = new Map<string, Grade>();
  await grading.each(files, async (file) => {
    grades.set(file, await grading.grade(exercise, await readFile(join(folder, file), "utf8")));
  });
  const rows = files.map((file) => ({ file, ...(grades.get(file) as Grade) }));
  console.log(csv(["file", "passed", "check", "offset", "message"], rows));
  const passed = rows.filter((row) => row.passed).length;
  console.error(`${passed} of ${files.length} passed. To use the same logs again: --seed ${grading.seed}`);
  return Math.max(...rows.map(codeOf));
}

function codeOf({ passed }: Grade): number {
  if (passed === null) return 2;
  return passed ? 0 : 1;
}

/** The seed that was typed, or one of our own: who wants the same logs again reads it from the answer. */
function seedOf(typed: string | undefined): number {
  const seed = typed === undefined ? randomInt(2 ** 31) : Number(typed);
  if (Number.isSafeInteger(seed) && seed >= 0 && seed < 2 ** 31) return seed;
  throw new UsageError(`--seed ${typed} is no seed. Give a whole number from 0 to ${2 ** 31 - 1}.`);
}
