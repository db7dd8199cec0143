import { number } from "../numbers.ts";

/** What the browser says in the list. */
export const listWords = {
  /** How far somebody has come with an exercise. */
  progress: { new: "new", begun: "begun", passed: "passed" },
  best: (statements: number) => `, best ${number(statements)}`,
  difficulty: (difficulty: number) => `difficulty ${difficulty}`,
  all: (exercises: number) => `${number(exercises)} exercises.`,
  some: (shown: number, all: number) => `${number(shown)} of ${number(all)} exercises.`,
  none: "No exercise is all of that. Set one filter back to all.",
  passedToday: "You passed it today.",
};
