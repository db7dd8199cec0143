import { number } from "../numbers.ts";

export const solutionWords = {
  failed: "It could not be loaded. Check your network connection.",
  see: "See the solution",
  show: "Show me the solution",
  opens: (left: number) =>
    `It is better to try ${left === 1 ? "once more" : `${number(left)} more times`} first, with different code. You can also open the solution now. Then your result will say “passed after seeing the solution”.`,
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

/** Other correct answers, each next to the learner's. */
export const wayWords = {
  failed: "They could not be loaded. Check your network connection.",
  label: (title: string) => `Your code against this one: ${title}`,
  caption: "− is yours, + is this one.",
  onlyYours: "only in yours",
  onlyThis: "only in this one",
};
