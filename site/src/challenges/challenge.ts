import { challengeWords } from "../../../language/english/challenges.ts";
import { type Kind, kindOf } from "../exercises/kinds.ts";
import { byDifficulty } from "../exercises/standing.ts";
import type { Exercise } from "../workbench/payload.ts";

/** An exercise as the list of challenges shows it. */
export interface Challenge
  extends Pick<Exercise, "id" | "title" | "concepts" | "difficulty" | "lesson" | "par"> {
  kind: Kind;
}

/** The exercises from the easiest to the hardest. */
export function challengesOf(exercises: Exercise[]): Challenge[] {
  return byDifficulty(exercises).map((exercise) => {
    const { id, title, concepts, difficulty, lesson, par } = exercise;
    return { id, title, concepts, difficulty, lesson, par, kind: kindOf(exercise) };
  });
}

/** What to expect of each difficulty. */
export const difficulties: { difficulty: number; title: string; says: string }[] =
  challengeWords.difficulties.map((words, index) => ({ difficulty: index + 1, ...words }));
