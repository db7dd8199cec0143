import type { Exercise } from "../../exercise/exercise-payload.ts";

/** The topic of the learner's own that belongs to an exercise: named after the exercise's log. */
export function ownTopicOf({ topic }: Exercise): string {
  return `mine.${topic.split(".").at(-1)}`;
}
