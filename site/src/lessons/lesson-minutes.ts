import type { LessonMinutes } from "../progress/lesson-standing.ts";
import type { LessonFrontmatter } from "./frontmatter.ts";
import { readMdx, wordsToRead } from "./mdx-text.ts";

/** How fast somebody reads who reads English as a working language, and looks at the workbench meanwhile. */
export const wordsPerMinute = 200;
/** Minutes for a question of the quiz. */
export const minutesPerQuestion = 0.7;

/**
 * The minutes of each part: reading is computed from the words of `body` up to the end of <Explain>, the quiz from its
 * number of questions. The other two are the author's.
 */
export function lessonMinutes(
  body: string,
  questions: number,
  { play, write }: LessonFrontmatter["minutes"],
): LessonMinutes {
  return {
    read: wholeMinutes(wordsToRead(readMdx(body)) / wordsPerMinute),
    ...(play !== undefined && { play }),
    ...(write !== undefined && { write }),
    ...(questions > 0 && { quiz: wholeMinutes(questions * minutesPerQuestion) }),
  };
}

const wholeMinutes = (minutes: number) => Math.max(1, Math.round(minutes));

export function totalMinutes({ read, play = 0, write = 0, quiz = 0 }: LessonMinutes): number {
  return read + play + write + quiz;
}
