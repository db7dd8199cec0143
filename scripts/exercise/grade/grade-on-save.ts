import { once } from "node:events";
import { watch } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Exercise } from "../../../exercises/catalog.ts";
import { formatLog } from "../format-log.ts";
import type { Grade, Grading } from "../grade-answers.ts";
import { exitCodeOf, gradeFile } from "./grade-file.ts";

/** Editors write a file in several strokes. */
const settleMs = 100;

/** Grades a file now and at each save, and prints the message for people, until it is stopped with Ctrl-C. */
export async function gradeOnSave(file: string, exercise: Exercise, grading: Grading): Promise<number> {
  let before = "";
  let code = 2;
  const look = async () => {
    await sleep(settleMs);
    const text = await readFile(file, "utf8").catch(() => before);
    if (text === before) return;
    before = text;
    const grade = await gradeFile({ file, path: file }, exercise, grading);
    code = exitCodeOf(grade);
    console.log(formatGrade(exercise, grade));
  };
  // The folder and not the file: many editors write a new file and give it the old one's name.
  let turn = look();
  const watcher = watch(dirname(file), (_, name) => {
    if (name === basename(file)) turn = turn.then(look);
  });
  console.log(`Each save of ${file} is graded. Press Ctrl-C to stop.`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  watcher.close();
  await turn;
  return code;
}

/** The message as the page shows it: what failed, where, and how to see the same logs again. */
export function formatGrade({ title }: Exercise, grade: Grade): string {
  if (grade.passed === null) return `\n? ${title} could not be graded: ${grade.message}`;
  if (grade.passed) return `\n✓ ${title}: ${grade.message}`;
  const head = grade.title === null ? `\n✗ ${title}` : `\n✗ ${title}: ${grade.title}`;
  const smallest =
    grade.smallest === null
      ? ""
      : `\n  The smallest log on which it shows: ${grade.smallest} ${grade.smallest === 1 ? "entry" : "entries"}, ` +
        `in order:${formatLog(grade.counterexample ?? { records: [] })}`;
  return `${head}\n  ${grade.message}${smallest}\n  To use the same logs again: --seed ${grade.seed}`;
}
