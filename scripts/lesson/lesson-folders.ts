import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { plannedLesson } from "../../lessons/course.ts";
import { describeUnknown } from "../authoring/nearest-name.ts";
import { UsageError } from "../authoring/usage-error.ts";
import { rootFolder } from "../data-folder.ts";

export const lessonsFolder = join(rootFolder, "lessons");

/** A folder that holds a lesson. */
export interface LessonFolder {
  path: string;
  /** As the author finds it: `lessons/4-cqrs/cqrs`. */
  shown: string;
  /** The folder of its module, such as `4-cqrs`. */
  module: string;
  /** The folder's own name: the slug that the lesson should have. */
  name: string;
}

/** Every folder with a lesson.mdx below `lessons`, in the order of the course. */
export async function lessonFolders(lessons = lessonsFolder): Promise<LessonFolder[]> {
  const found: LessonFolder[] = [];
  for (const module of await foldersIn(lessons)) {
    for (const name of await foldersIn(join(lessons, module))) {
      const path = join(lessons, module, name);
      if (existsSync(join(path, "lesson.mdx")))
        found.push({ path, shown: `lessons/${module}/${name}`, module, name });
    }
  }
  return found;
}

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/** The lessons that were asked for; all where none was. Throws a UsageError that names the nearest one. */
export async function chosenLessons(asked: string[], lessons = lessonsFolder): Promise<LessonFolder[]> {
  const folders = await lessonFolders(lessons);
  const names = folders.map(({ name }) => name);
  for (const slug of asked) {
    if (names.includes(slug)) continue;
    const isPlanned = plannedLesson(slug) !== undefined;
    throw new UsageError(
      isPlanned
        ? `The lesson ${slug} is not written yet. Begin it: npm run lesson -- new ${slug}`
        : describeUnknown("lesson", slug, names),
    );
  }
  return folders.filter(({ name }) => asked.length === 0 || asked.includes(name));
}
