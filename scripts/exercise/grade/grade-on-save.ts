import { once } from "node:events";
import { watch } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Exercise } from "../../../exercises/catalog.ts";
import type { Grade, Grading } from "../grade-answers.ts";

/** Editors write a file in several strokes. */
const settleMs = 100;

/** Grades a file now and at each save, and prints the message for people, until it is stopped with Ctrl-C. */
export async function gradeOnSave(file: string, exercise: Exercise, grading: Grading): Promise<number> {
  let before = "";
  let code = 2;
  const look = async () => {
    await sleep(settleMs);
    const source = await readFile(file, "utf8").catch(() => before);
    if (source === before) return;
    before = source;
    const grade = await grading.grade(exercise, source);
    code = grade.passed ? 0 : 1;
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
  if (grade.passed) return `\n✓ ${title}: ${grade.message}`;
  const head = grade.title === null ? `\n✗ ${title}` : `\n✗ ${title}: ${grade.title}`;
  const smallest =
    grade.smallest === null
      ? ""
      : `\n  The smallest log on which it shows: ${grade.smallest} ${grade.smallest === 1 ? "entry" : "entries"}, ` +
        `${formatCounterexample(grade)}`;
  return `${head}\n  ${grade.message}${smallest}\n  To use the same logs again: --seed ${grade.seed}`;
}

/** A failing log, a record a line, then its commands. */
function formatCounterexample({ counterexample }: Grade): string {
  const records = (counterexample?.records ?? []).map(
    ({ key, event }) => `\n    ${key}  ${event.type} ${JSON.stringify(event.data)}`,
  );
  const commands = (counterexample?.commands ?? []).map(
    ({ type, data }) => `\n    command  ${type} ${JSON.stringify(data)}`,
  );
  return `in order:${[...records, ...commands].join("")}`;
}
