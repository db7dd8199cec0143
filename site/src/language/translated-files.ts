import { existsSync, globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Exercise } from "../../../exercises/catalog.ts";
import { Folder } from "../../../exercises/folder.ts";
import { readHints } from "../../../exercises/hints.ts";
import { language } from "../../../language/english/language.ts";

const { code } = language;
const english = code === "en";

/** The name of a text's file in this build's language: "lesson.lv.mdx" for "lesson.mdx". */
const translatedName = (file: string) => (english ? file : file.replace(/(\.[a-z]+)$/, `.${code}$1`));

/** The file in this build's language where it stands beside the English one, else the English one. */
export function translatedFile(file: string): string {
  return existsSync(translatedName(file)) ? translatedName(file) : file;
}

/** Whether a lesson's or an exercise's text is in this build's language. */
export const isInBuildLanguage = (file: string) => english || file.includes(`.${code}.`);

/** One file for each lesson, as patterns for a loader. */
export function lessonFiles(base: string): string[] {
  const all = "*/*/lesson.mdx";
  if (english) return [all];
  const translated = globSync(all, { cwd: base }).filter((file) =>
    existsSync(join(base, translatedName(file))),
  );
  return [all, translatedName(all), ...translated.map((file) => `!${file.replaceAll("\\", "/")}`)];
}

/** An exercise with its task and its hints in this build's language, where it has README.<code>.md and hints.<code>. */
export async function translatedExercise(exercise: Exercise): Promise<Exercise> {
  if (english) return exercise;
  const hints = await readHints(new Folder(exercise.folder, exercise.id), `hints.${code}`);
  const readme = join(exercise.folder, translatedName("README.md"));
  return {
    ...exercise,
    ...(existsSync(readme) && { readme: await readFile(readme, "utf8") }),
    ...(hints.length > 0 && { hints }),
  };
}
