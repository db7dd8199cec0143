import type { PlannedLesson } from "../../../lessons/course.ts";
import type { Exercise } from "../exercise/exercise-payload.ts";

export type Placed = Pick<Exercise, "id" | "title" | "difficulty" | "lesson" | "prerequisites">;

/** Where an exercise stands: in which lesson, after which exercises, and between which two by difficulty. */
export interface ExerciseStanding {
  lesson: PlannedLesson | null;
  prerequisites: Placed[];
  before: Placed | null;
  after: Placed | null;
}

/** From the easiest to the hardest, in a fixed order. */
export function byDifficulty<Each extends Placed>(exercises: Each[]): Each[] {
  return exercises.toSorted(
    (a, b) => a.difficulty - b.difficulty || a.title.localeCompare(b.title, "en") || (a.id < b.id ? -1 : 1),
  );
}

/** `all` holds the exercise itself; `lessons` are those that are written. */
export function standingOf(exercise: Placed, all: Placed[], lessons: PlannedLesson[]): ExerciseStanding {
  const ordered = byDifficulty(all);
  const place = ordered.findIndex(({ id }) => id === exercise.id);
  return {
    lesson: lessons.find(({ slug }) => slug === exercise.lesson) ?? null,
    prerequisites: exercise.prerequisites.flatMap((id) => all.filter((each) => each.id === id)),
    before: ordered[place - 1] ?? null,
    after: ordered[place + 1] ?? null,
  };
}
