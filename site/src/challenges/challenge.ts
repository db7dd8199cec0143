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
export const difficulties: { difficulty: number; title: string; says: string }[] = [
  { difficulty: 1, title: "First steps", says: "A rule or two, and a log that keeps to them." },
  { difficulty: 2, title: "One idea that bites", says: "The log holds something that one does not expect." },
  { difficulty: 3, title: "In earnest", says: "The state has to remember more than it shows." },
  { difficulty: 4, title: "Hard", says: "Records come late, from two hands, or from another time." },
  { difficulty: 5, title: "Nasty", says: "All of it, and the process may stop in between." },
];
