import { number } from "../numbers.ts";

/** What the console of the learner's code says by itself. */
export const consoleWords = {
  empty: "Nothing printed yet. What your code prints with `console.log(…)` appears here, with its step.",
  offset: (offset: number) => `offset ${offset}`,
  step: (step: number) => `step ${number(step)}`,
};
