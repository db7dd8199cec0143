import { counted, number } from "../numbers.ts";

/** The frame of a lesson. */
export const lessonWords = {
  pane: "Lesson",
  of: (lesson: number) => `Lesson ${lesson} of 30`,
  needs: (what: string) => `You need: ${what}`,
  partsName: "Parts of this lesson",
  resume: "Continue where you were",
  parts: { explain: "Explain", see: "See", do: "Do", quiz: "Quiz", deeper: "Go deeper", keep: "Remember" },
  minutes: (minutes: number) => counted(minutes, { one: "minute", other: "minutes" }),
  min: (minutes: number) => `${number(minutes)} min`,
  /** What the line under the title is made of: "15 minutes: read 4, play 2, first exercise 7, three questions." */
  line: (minutes: string, parts: string[]) => `${minutes}: ${parts.join(", ")}.`,
  read: (minutes: number) => `read ${number(minutes)}`,
  play: (minutes: number) => `play ${number(minutes)}`,
  write: (minutes: number) => `first exercise ${number(minutes)}`,
  questions: ["no questions", "one question", "two questions", "three questions", "four questions"],
  /** The links to the lessons before and after, at both ends of the page. */
  neighbours: {
    name: { top: "Previous and next lesson", end: "Previous and next lesson, at the end" },
    previous: "Previous lesson:",
    next: "Next lesson:",
  },
  openBench: "Open the workbench",
  further: "optional",
  /** Of an exercise after the first that is not optional. */
  more: "not in the minutes above",
  openExercise: "Open in the workbench",
  sources: "Sources",
  notTranslated: "This lesson is not translated yet. You see the English text.",
};

export const quizWords = {
  titles: ["", "One question", "Two questions", "Three questions", "Four questions"],
  right: "Right.",
  wrong: "Not this one.",
};

/** The end of a lesson. */
export const keepWords = {
  tryThis: "Try this at work tomorrow.",
  next: (title: string) => `Go on with: ${title}`,
  challenge: (title: string) => `A challenge on the same idea: ${title}`,
  nextPlanned: (lesson: number, title: string) => `Lesson ${lesson}, “${title}”, is not written yet.`,
  list: "See all thirty lessons",
};
