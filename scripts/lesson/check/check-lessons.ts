import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { slugsIn } from "../../../exercises/catalog.ts";
import { type Remark, remarkOf } from "../../authoring/remark.ts";
import { readYaml } from "../../authoring/yaml-text.ts";
import { rootFolder } from "../../data-folder.ts";
import { courseFolder } from "../../exercise/chosen-exercises.ts";
import { type LessonFolder, lessonFolders, lessonsFolder } from "../lesson-folders.ts";
import { frontmatterRemarks } from "./frontmatter-remarks.ts";
import { lessonNumbers } from "./lesson-numbers.ts";
import { type Course, LessonUnderCheck, readGlossary, readLesson } from "./lesson-under-check.ts";
import { linkRemarks } from "./link-remarks.ts";
import { minutesRemarks } from "./minutes-remarks.ts";
import { partRemarks } from "./part-remarks.ts";
import { proseRemarks } from "./prose-remarks.ts";
import { quizRemarks } from "./quiz-remarks.ts";
import { sceneRemarks } from "./scene-remarks.ts";
import { toDo } from "./to-do.ts";

/** What there is to say about each lesson of a folder, about all where none is named. Does not throw. */
export async function checkLessons(
  asked: string[] = [],
  lessons = lessonsFolder,
): Promise<{ lesson: LessonFolder; remarks: Remark[] }[]> {
  const folders = await lessonFolders(lessons);
  const course = await readCourse(folders);
  const chosen = course.lessons.filter(({ folder }) => asked.length === 0 || asked.includes(folder.name));
  return Promise.all(
    chosen.map(async ({ folder, text }) => ({
      lesson: folder,
      remarks: await checkLesson(new LessonUnderCheck(folder, text, course)),
    })),
  );
}

async function checkLesson(lesson: LessonUnderCheck): Promise<Remark[]> {
  const { broken } = lesson.text;
  if (broken)
    return [
      lesson.problem(
        broken.line,
        `The text cannot be read. ${broken.message}.`,
        "Close every tag, and leave an empty line after an opening tag and before a closing one.",
      ),
    ];
  try {
    const remarks = [
      ...frontmatterRemarks(lesson),
      ...partRemarks(lesson),
      ...linkRemarks(lesson),
      ...(await lessonNumbers(lesson)),
      ...(await sceneRemarks(lesson)),
      ...(await minutesRemarks(lesson)),
      ...(await quizRemarks(lesson)),
      ...(await proseRemarks(lesson)),
      ...(await factTest(lesson)),
      ...(await borrowedExercises(lesson)),
      ...(await toDo(lesson)),
    ];
    return remarks.toSorted((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
  } catch (error) {
    return [remarkOf(error, lesson.file("lesson.mdx"))];
  }
}

async function readCourse(folders: LessonFolder[]): Promise<Course> {
  const [exercises, glossary, pages] = await Promise.all([
    slugsIn(courseFolder),
    readGlossary(join(rootFolder, "lessons/glossary.yaml")),
    sitePages(join(rootFolder, "site/src/pages")),
  ]);
  const lessons = await Promise.all(
    folders.map(async (folder) => ({ folder, text: await readLesson(folder) })),
  );
  return { lessons, exercises, glossary, pages };
}

/** The addresses of the pages that are always there: `/playground/` for `playground/index.astro`. */
async function sitePages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".astro") && !file.includes("[") && file !== "404.astro")
    .map((file) => `/${file.replace(/(index)?\.astro$/, "/")}`.replaceAll(/\/+/g, "/"));
}

/** A number in the text is recomputed by a test beside it. */
async function factTest(lesson: LessonUnderCheck): Promise<Remark[]> {
  const names = await readdir(lesson.folder.path);
  if (names.some((name) => /\.test\.tsx?$/.test(name))) return [];
  return [
    {
      file: lesson.file("facts.test.ts"),
      wrong: "The lesson has no test for its facts.",
      next: "Write one that recomputes what the text says, as in lessons/2-storing-data-as-events/create-and-read-only/lesson.test.ts.",
      needed: "always",
    },
  ];
}

/** An exercise says which lesson it belongs to. That another lesson shows it as well is advice. */
async function borrowedExercises(lesson: LessonUnderCheck): Promise<Remark[]> {
  const remarks = await Promise.all(
    lesson.exercises.map(async (id, at) => {
      const text = await readFile(join(courseFolder, id, "exercise.yaml"), "utf8").catch(() => null);
      const of = text === null ? lesson.slug : readYaml(text).content.lesson;
      if (of === lesson.slug) return [];
      const said = of === undefined ? "to no lesson" : `to the lesson ${of}`;
      const remark = lesson.frontmatterProblem(
        ["exercises", at],
        `The exercise ${id} belongs ${said}.`,
        `Write lesson: ${lesson.slug} in its exercise.yaml, or make another one: npm run exercise -- new <slug>`,
      );
      return [{ ...remark, needed: "never" as const }];
    }),
  );
  return remarks.flat();
}
