import { number } from "../numbers.ts";

/** The list of lessons, and how far somebody has come. */
export const courseWords = {
  title: "The thirty lessons",
  description: "The course on event sourcing with Kafka: thirty lessons in seven modules.",
  lead: "Seven modules, in the order in which one thing needs the other. Lessons with a link are written; the others are planned. What you have passed is remembered in this browser.",
  notWritten: "(not written yet)",
  minutes: (minutes: number) => `${number(minutes)} min`,
  passed: "passed",
  exercisesPassed: (passed: number, all: number) => `${number(passed)} of ${number(all)} exercises passed`,
  begun: (rest: string) => `begun · ${rest}`,
};
