/** A written lesson, and whether it has been passed. */
export interface LessonDone {
  slug: string;
  done: boolean;
}

/**
 * The lesson to go on with, of the written ones in the order of the course: the one opened last until it is passed, then
 * the first after it that is not, then the first before it. Null before any was opened, and once all are passed.
 */
export function lessonToContinue(lessons: LessonDone[], lastOpened: string | null): string | null {
  const at = lessons.findIndex(({ slug }) => slug === lastOpened);
  if (at < 0) return null;
  return [...lessons.slice(at), ...lessons.slice(0, at)].find(({ done }) => !done)?.slug ?? null;
}
