import { challengeWords } from "../../../language/english/challenges-page.ts";
import type { Exercise, ExercisePayload } from "../exercise/exercise-payload.ts";
import { type Kind, kindOf } from "../exercise-pages/exercise-kinds.ts";
import { byDifficulty } from "../exercise-pages/place-in-course.ts";
import { taskSummary } from "../exercise-pages/task-summary.ts";
import { type LogPicture, logPicture } from "./log-picture.ts";

/** An exercise as the list of challenges shows it. */
export interface Challenge
  extends Pick<Exercise, "id" | "title" | "concepts" | "difficulty" | "lesson" | "par" | "view"> {
  kind: Kind;
  /** What a learner does, in one line. */
  summary: string;
  picture: LogPicture;
}

/** The exercises from the easiest to the hardest. */
export function challengesOf(payloads: ExercisePayload[]): Challenge[] {
  const records = new Map(payloads.map(({ exercise, records }) => [exercise.id, records]));
  return byDifficulty(payloads.map(({ exercise }) => exercise)).map((exercise) => {
    const { id, title, concepts, difficulty, lesson, par, view } = exercise;
    const summary = exercise.summary ?? taskSummary(exercise.readmeHtml);
    const picture = logPicture(records.get(id) ?? []);
    return { id, title, concepts, difficulty, lesson, par, view, kind: kindOf(exercise), summary, picture };
  });
}

/** What to expect of each difficulty. */
export const difficulties: { difficulty: number; title: string; says: string }[] =
  challengeWords.difficulties.map((words, index) => ({ difficulty: index + 1, ...words }));
