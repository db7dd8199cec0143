import { lessonWords } from "../../../../language/english/lesson-page.ts";
import type { LessonMinutes } from "../../progress/lesson-standing.ts";
import { totalMinutes } from "../lesson-minutes.ts";

export type PartName = "explain" | "see" | "do" | "quiz" | "deeper" | "keep";

const { parts: labels } = lessonWords;

/** The six parts of a lesson, in their order. */
export const parts: Record<PartName, { offset: number; label: string; minutes?: keyof LessonMinutes }> = {
  explain: { offset: 0, label: labels.explain, minutes: "read" },
  see: { offset: 1, label: labels.see, minutes: "play" },
  do: { offset: 2, label: labels.do, minutes: "write" },
  quiz: { offset: 3, label: labels.quiz, minutes: "quiz" },
  deeper: { offset: 4, label: labels.deeper },
  keep: { offset: 5, label: labels.keep },
};

function countOf(name: PartName, minutes: LessonMinutes): number | undefined {
  const part = parts[name].minutes;
  return part && minutes[part];
}

/** "4 minutes", or nothing for a part without a time. */
export function timeOf(name: PartName, minutes: LessonMinutes): string | undefined {
  const count = countOf(name, minutes);
  return count === undefined ? undefined : lessonWords.minutes(count);
}

/** "4 min", or nothing for a part without a time. */
export function shortTimeOf(name: PartName, minutes: LessonMinutes): string | undefined {
  const count = countOf(name, minutes);
  return count === undefined ? undefined : lessonWords.min(count);
}

/** The line under a lesson's title: "15 minutes: read 4, play 2, first exercise 7, three questions." */
export function minutesLine(minutes: LessonMinutes, questions: number): string {
  const { read, play, write } = minutes;
  const named = [
    lessonWords.read(read),
    play && lessonWords.play(play),
    write && lessonWords.write(write),
    questions && lessonWords.questions[questions],
  ];
  return lessonWords.line(
    lessonWords.minutes(totalMinutes(minutes)),
    named.filter((part) => typeof part === "string"),
  );
}
