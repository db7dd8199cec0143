import { number } from "../numbers.ts";

/** The list of lessons; the learner's progress is in progress.ts. */
export const courseWords = {
  title: "The thirty lessons",
  description: "The course on event sourcing with Kafka: thirty lessons in seven modules.",
  lead: (planned: number) =>
    `Seven modules. ${planned > 0 ? "Lessons with a link are written; the others are planned. " : ""}This browser remembers what you have passed.`,
  /** Of a lesson, by the numbers of the lessons that it builds on. */
  buildsOn(lessons: number[]): string {
    const [first, ...others] = lessons.map(number);
    if (first === undefined) return "needs no other lesson";
    return `builds on ${others.length > 0 ? "lessons" : "lesson"} ${[first, ...others].join(" and ")}`;
  },
};
