import { type CollectionEntry, getCollection, getEntry } from "astro:content";
import { join } from "node:path";
import { course, type Module, modules, type PlannedLesson } from "../../../lessons/course.ts";
import { inSpoken, isSpoken } from "../language/in-spoken.ts";
import type { ExercisePayload } from "../workbench/payload.ts";
import type { LessonFrontmatter } from "./frontmatter.ts";
import { type Quiz, readQuiz } from "./quiz-file.ts";

/** All that the frame of a lesson and its parts need to know. */
export interface LessonPage {
  lesson: LessonFrontmatter;
  /** Whether it is written in this build's language; English otherwise. */
  translated: boolean;
  module: Module;
  exercises: ExercisePayload[];
  quiz: Quiz | null;
  next: { lesson: PlannedLesson; written: boolean } | null;
}

/** The slugs of the lessons that have a folder with a lesson.mdx. */
async function writtenLessons(): Promise<Set<string>> {
  return new Set((await getCollection("lessons")).map(({ data }) => data.slug));
}

export async function lessonPage(entry: CollectionEntry<"lessons">): Promise<LessonPage> {
  const lesson = entry.data;
  const planned = course.find(({ slug }) => slug === lesson.slug);
  const module = modules.find(({ number }) => number === planned?.module);
  if (!planned || !module || !entry.filePath)
    throw new Error(`${lesson.slug} is no lesson of lessons/course.ts.`);
  const next = course.find(({ slug, number }) =>
    lesson.next ? slug === lesson.next : number === lesson.number + 1,
  );
  return {
    lesson,
    translated: isSpoken(entry.filePath),
    module,
    exercises: await Promise.all(lesson.exercises.map((id) => exercise(id, lesson.slug))),
    quiz: await readQuiz(inSpoken(join(entry.filePath, "..", "quiz.yaml"))),
    next: next ? { lesson: next, written: (await writtenLessons()).has(next.slug) } : null,
  };
}

async function exercise(id: string, lesson: string): Promise<ExercisePayload> {
  const found = await getEntry("exercises", id);
  if (!found)
    throw new Error(`Lesson ${lesson} names the exercise ${id}, and exercises/${id}/ was not found.`);
  return found.data;
}
