import { counted, number } from "../numbers.ts";

const lessons = { one: "lesson", other: "lessons" };
const minutes = { one: "minute", other: "minutes" };

/** The learner's progress, on the course map and the home page. */
export const standing = {
  /** In the place of the first lesson, once every lesson is passed. */
  onward: "Go on with the challenges",
  continueWith: (lesson: number, title: string) => `Continue with lesson ${number(lesson)}, ${title}`,
  minutes: (left: number) => `${number(left)} min`,
  begun: (left: number) => `begun, ${number(left)} min left`,
  passed: "passed",
  passedOf: (passed: number, of: number) => `passed, with ${number(passed)} of ${number(of)} exercises`,
  known: "known before",
  comes: "not written yet",
  /** Of a module. `comes` counts the lessons that are not written yet. */
  module(passed: number, written: number, left: number, comes: number): string {
    if (written === 0) return `${counted(comes, lessons)} not written yet`;
    const done = passed === written ? "passed" : `${number(left)} min left`;
    const how =
      passed > 0 && passed < written ? `${number(passed)} of ${number(written)} passed, ${done}` : done;
    return comes > 0 ? `${how}; ${counted(comes, lessons)} not written yet` : how;
  },
  /** Of the course. `comes` counts the lessons that are not written yet. */
  all(passed: number, written: number, left: number, comes: number): string {
    if (passed === written)
      return `You have passed every lesson${comes > 0 ? " that is ready" : ""}. A lesson counts as passed without its optional exercises.`;
    const time = `${counted(left, minutes)} left`;
    return passed === 0
      ? `${counted(left, minutes)} for ${comes > 0 ? "the lessons that are ready" : "all lessons"}.`
      : `You have passed ${number(passed)} of ${counted(written, lessons)}; ${time}.`;
  },
};
