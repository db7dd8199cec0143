import type { Remark } from "../../authoring/remark.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";

/** What belongs to an exercise that is answered by code, and is never read where states are predicted. */
const files = ["starter.ts", "wrong", "approaches", "logs.ts", "feedback.md"];

/** In an exercise with states to predict: what would need code of a learner's to be of use. */
export function partsOfCode({ folder, exercise, isPredicted }: ExerciseUnderCheck): Remark[] {
  if (!isPredicted) return [];
  const unread = files
    .filter((name) => folder.has(name))
    .map((name) => ({
      file: `${folder.shown}/${name}`,
      wrong: "In this exercise learners predict states and write no code, so nobody reads this.",
      next: "Remove it, or remove form: predict.",
      needed: "course" as const,
    }));
  if (exercise.checks.checks.length === 0) return unread;
  return [
    ...unread,
    {
      file: `${folder.shown}/checks.ts`,
      wrong: "In this exercise learners predict states, so its checks never speak.",
      next: "Write checks: []. Only `compare` counts: it says which part of the state is predicted.",
      needed: "course" as const,
    },
  ];
}
