import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { isObject, type Json } from "../../../engine/fold/json.ts";
import type { Exercise } from "../../../exercises/catalog.ts";
import { endOfFold } from "../../../exercises/end-of-fold.ts";
import { course, type PlannedLesson } from "../../../lessons/course.ts";
import { minutesFor } from "../check/minutes-remarks.ts";

const template = join(import.meta.dirname, "template");
/** How the template names `exercises/`, from where it lies, and how a lesson does. */
const exercisesFrom = { template: "../../../../exercises/", lesson: "../../../exercises/" };
/** Vitest would run it in the template. */
const renamed: Record<string, string> = { "facts.ts": "facts.test.ts" };
const lineWidth = 110;

/** Writes the files of a new lesson, about the log of its first exercise, and gives their names. */
export async function writeLesson(
  folder: string,
  lesson: PlannedLesson,
  exercise: Exercise,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(template);
  const end = await endOfFold(exercise);
  for (const name of names) {
    const text = await readFile(join(template, name), "utf8");
    await writeFile(join(folder, renamed[name] ?? name), filled(text, lesson, exercise, end));
  }
  return names.map((name) => renamed[name] ?? name).toSorted();
}

function filled(
  text: string,
  lesson: PlannedLesson,
  { id, records, difficulty }: Exercise,
  end: Json,
): string {
  const { path, value } = firstValue(end);
  const types = records.map(({ value }) => (JSON.parse(value ?? "{}") as { type?: string }).type ?? "");
  const next = course.find(({ number }) => number === lesson.number + 1);
  const values: Record<string, string> = {
    NUMBER: String(lesson.number),
    SLUG: lesson.slug,
    TITLE: stringify(lesson.title).trim(),
    SUMMARY: stringify(lesson.line).trim(),
    WRITE: String(minutesFor(difficulty)),
    EXERCISE: id,
    COUNT: String(records.length),
    FIRST: String(records[0]?.position.offset ?? -1),
    LAST: String(records.at(-1)?.position.offset ?? -1),
    TYPE: types[0] ?? "",
    NEXT: next?.slug ?? "",
    PATH: path.join("."),
    VALUE: JSON.stringify(value),
  };
  return text
    .replaceAll(exercisesFrom.template, exercisesFrom.lesson)
    .replace('export const eventTypes = ["TYPES"];', () => `export const eventTypes = ${listOf(types)};`)
    .replace(
      '["PARTS"], "VALUE"',
      () => `${JSON.stringify(path).replaceAll(",", ", ")}, ${JSON.stringify(value)}`,
    )
    .replace(/^next: NEXT\n/m, next ? "next: NEXT\n" : "")
    .replaceAll(/\b[A-Z]{4,}\b/g, (name) => values[name] ?? name);
}

/** The first value in a state that is no object itself, and the names that lead to it. */
function firstValue(state: Json, path: string[] = []): { path: string[]; value: Json } {
  const [name] = isObject(state) ? Object.keys(state) : [];
  if (name === undefined || !isObject(state)) return { path, value: state };
  return firstValue(state[name] ?? null, [...path, name]);
}

/** A list of texts as the formatter writes it. */
function listOf(texts: string[]): string {
  const quoted = texts.map((text) => JSON.stringify(text));
  const line = `[${quoted.join(", ")}]`;
  return `export const eventTypes = ${line};`.length <= lineWidth
    ? line
    : `[\n${quoted.map((text) => `  ${text},\n`).join("")}]`;
}
