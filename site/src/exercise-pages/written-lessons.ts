import { getCollection } from "astro:content";
import { plannedLesson } from "../../../lessons/course.ts";
import { lessonTasksOf } from "../lessons/lesson-tasks.ts";
import type { WrittenLesson } from "./next-things.ts";

/** The lessons that have a text, in the order of the course. */
export async function writtenLessons(): Promise<WrittenLesson[]> {
  const entries = await getCollection("lessons");
  const lessons = await Promise.all(
    entries.map(async (entry) => {
      const { number, slug, title, exercises } = entry.data;
      const { core } = await lessonTasksOf(entry);
      return { number, slug, title: plannedLesson(slug)?.title ?? title, exercises, core };
    }),
  );
  return lessons.toSorted((a, b) => a.number - b.number);
}
