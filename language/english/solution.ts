import { number } from "../numbers.ts";

export const solutionWords = {
  failed: "It could not be loaded. Is the network there?",
  see: "See the solution",
  show: "Show me the solution",
  opens: (left: number) =>
    `It opens by itself after ${number(left)} more different ${left === 1 ? "try" : "tries"}. Asking now is fine, and your pass will say so.`,
  firstPart: "First part of the solution",
  part: (part: number, all: number) => `Part ${number(part)} of ${number(all)}`,
  partLabel: (part: number, all: number) => `Part ${number(part)} of ${number(all)} of the solution`,
  partCaption: (part: number, all: number) =>
    `Part ${number(part)} of ${number(all)}: − is the starter, + is the solution.`,
  label: "Your code against the solution",
  caption: "One solution beside yours: − is yours, + is the solution.",
  onlyYours: "only in yours",
  onlyStarter: "only in the starter",
  onlySolution: "only in the solution",
};

/** Other right answers, each beside the learner's. */
export const wayWords = {
  failed: "They could not be loaded. Is the network there?",
  label: (title: string) => `Your code against this one: ${title}`,
  caption: "− is yours, + is this one.",
  onlyYours: "only in yours",
  onlyThis: "only in this one",
};
