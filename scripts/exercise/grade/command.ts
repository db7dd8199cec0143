import { randomInt } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { showHidden } from "../../../engine/fold/hidden-characters.ts";
import type { Exercise } from "../../../exercises/catalog.ts";
import { argumentsOf } from "../../authoring/parse-arguments.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { chosenExercise } from "../chosen-exercises.ts";
import { Grading } from "../grade-answers.ts";
import { type FoundFile, findFiles } from "./find-files.ts";
import { exitCodeOf, gradeFile } from "./grade-file.ts";
import { gradeOnSave } from "./grade-on-save.ts";
import { expectWritable, type Result, resultsAsCsv, writeResults } from "./results.ts";

const usage =
  "grade <slug> <file or folder …> [--out <name>.csv|.json] [--pack <folder>] [--seed <number>] [--watch]";

/** `npm run exercise -- grade <slug> <file or folder …>`. 0: passed, 1: not passed, 2: could not be graded. */
export async function run(args: string[]): Promise<number> {
  const text = { type: "string" } as const;
  const { values, positionals } = argumentsOf(
    args,
    { out: text, pack: text, seed: text, watch: { type: "boolean" } },
    usage,
  );
  const [slug, ...paths] = positionals;
  const { out } = values;
  if (slug === undefined || paths.length === 0)
    throw new UsageError(`Name the exercise and what to grade: npm run exercise -- ${usage}`);
  if (out !== undefined) expectWritable(out);
  const seed = seedOf(values.seed);
  const { files, skipped } = await findFiles(paths, out);
  const isOneFile = paths.length === 1 && isFile(paths[0] as string);
  if (values.watch && (!isOneFile || out !== undefined))
    throw new UsageError("--watch looks at one file and writes no results: name that file alone.");
  if (files.length === 0)
    throw new UsageError(`${paths.join(", ")} holds no file. Put one file for each answer into it.`);

  const exercise = await readable(slug, values.pack);
  if (exercise === null) return 2;
  const grading = await Grading.open(seed, files.length);
  try {
    if (values.watch) return await gradeOnSave(paths[0] as string, exercise, grading);
    const results = await gradeAll(files, exercise, grading);
    if (out !== undefined) await writeResults(out, results);
    else console.log(isOneFile ? JSON.stringify(results[0], null, 2) : resultsAsCsv(results));
    if (out !== undefined || !isOneFile) printSummary(results, skipped, grading.seed, out);
    return Math.max(...results.map(exitCodeOf));
  } finally {
    await grading.close();
  }
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

async function readable(slug: string, pack?: string): Promise<Exercise | null> {
  try {
    return await chosenExercise(slug, pack);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    console.error(error instanceof Error ? error.message : String(error));
    return null;
  }
}

/** A result for every file, in their order. */
async function gradeAll(files: FoundFile[], exercise: Exercise, grading: Grading): Promise<Result[]> {
  const results: Result[] = [];
  await grading.each([...files.entries()], async ([at, found]) => {
    results[at] = {
      exercise: exercise.id,
      file: found.file,
      ...(await gradeFile(found, exercise, grading)),
    };
  });
  return results;
}

/** To stderr: the results themselves may go to stdout. */
function printSummary(results: Result[], skipped: string[], seed: number, out?: string): void {
  const count = (passed: boolean | null) => results.filter((result) => result.passed === passed).length;
  const [right, unread] = [count(true), count(null)];
  const unreadWords = unread === 0 ? "" : ` ${unread} could not be graded: their messages say why.`;
  const skippedWords = skipped.length === 0 ? "" : ` Not looked into: ${showHidden(skipped.join(", "))}.`;
  console.error(`${right} of ${results.length} passed.${unreadWords}${skippedWords}`);
  if (out !== undefined) console.error(`The results are in ${out}.`);
  console.error(`To use the same logs again: --seed ${seed}`);
}

/** The seed that was typed, or one of our own: who wants the same logs again reads it from the answer. */
function seedOf(typed: string | undefined): number {
  const seed = typed === undefined ? randomInt(2 ** 31) : Number(typed);
  if (Number.isSafeInteger(seed) && seed >= 0 && seed < 2 ** 31) return seed;
  throw new UsageError(`--seed ${typed} is no seed. Give a whole number from 0 to ${2 ** 31 - 1}.`);
}
