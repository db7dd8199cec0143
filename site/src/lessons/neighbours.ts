import type { PlannedLesson } from "../../../lessons/course.ts";

type Place = Pick<PlannedLesson, "number" | "slug" | "title">;

export interface Neighbours {
  previous: Place | null;
  next: Place | null;
}

/** The written lessons next to a lesson, in the order of the course. */
export function neighboursOf(slug: string, course: Place[], written: string[]): Neighbours {
  const place = course.findIndex((lesson) => lesson.slug === slug);
  const isWritten = (lesson: Place) => written.includes(lesson.slug);
  return {
    previous: course.slice(0, Math.max(place, 0)).findLast(isWritten) ?? null,
    next: course.slice(place + 1).find(isWritten) ?? null,
  };
}
