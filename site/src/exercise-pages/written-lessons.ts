import { getCollection } from "astro:content";
import { plannedLesson } from "../../../lessons/course.ts";
import type { WrittenLesson } from "./next-things.ts";

/** The lessons that have a text, in the order of the course. */
export async function writtenLessons(): Promise<WrittenLesson[]> {
  const entries = await getCollection("lessons");
  return entries
    .map(({ data: { number, slug, title, exercises } }) => ({
      number,
      slug,
      title: plannedLesson(slug)?.title ?? title,
      exercises,
    }))
    .toSorted((a, b) => a.number - b.number);
}
