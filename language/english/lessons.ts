import { counted, number } from "../numbers.ts";

/** The frame of a lesson. */
export const lessonWords = {
  pane: "Lesson",
  of: (lesson: number) => `Lesson ${lesson} of 30`,
  needs: (what: string) => `You need: ${what}`,
  partsName: "Parts of this lesson",
  resume: "Continue where you were",
  parts: { explain: "Explain", see: "See", do: "Do", quiz: "Quiz", deeper: "Go deeper", keep: "Keep" },
  minutes: (minutes: number) => counted(minutes, { one: "minute", other: "minutes" }),
  min: (minutes: number) => `${number(minutes)} min`,
  /** What the line under the title is made of: "15 minutes: read 4, play 2, write 7, three questions." */
  line: (minutes: string, parts: string[]) => `${minutes}: ${parts.join(", ")}.`,
  read: (minutes: number) => `read ${number(minutes)}`,
  play: (minutes: number) => `play ${number(minutes)}`,
  write: (minutes: number) => `write ${number(minutes)}`,
  questions: ["no questions", "one question", "two questions", "three questions", "four questions"],
  toLog: "To the log",
  further: "further, if you like",
  openExercise: "Open in the workbench",
  sources: "Sources",
  notTranslated: "This lesson is not translated yet; here it is in English.",
};

export const quizWords = {
  titles: ["", "One question", "Two questions", "Three questions", "Four questions"],
  right: "Right.",
  wrong: "Not this one.",
};

/** The end of a lesson. */
export const keepWords = {
  tryThis: "Take this to work tomorrow.",
  next: (title: string) => `Next: ${title}`,
  nextPlanned: (lesson: number, title: string) =>
    `Next comes lesson ${lesson}, “${title}”. It is not written yet.`,
  list: "These are the thirty lessons",
};
