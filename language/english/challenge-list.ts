import { number } from "../numbers.ts";

/** What the browser says in the list. */
export const listWords = {
  /** A learner's progress with an exercise. */
  progress: { new: "new", begun: "begun", passed: "passed" },
  best: (statements: number) => `, your best ${number(statements)}`,
  difficulty: (difficulty: number) => `difficulty ${difficulty}`,
  all: (exercises: number) => `${number(exercises)} exercises.`,
  some: (shown: number, all: number) => `${number(shown)} of ${number(all)} exercises.`,
  none: "No exercise matches. Set one filter back to “all”.",
  passedToday: "You passed it today.",
};
