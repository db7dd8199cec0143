import { passedBefore } from "./exercise-memory.ts";

/** Something to go on with after a pass. */
export interface NextThing {
  kind: "exercise" | "part" | "lesson" | "challenge";
  /** Id of the exercise, name of the part of the lesson, or slug of the lesson. */
  id: string;
  title: string;
  href: string;
  /** Whether it is an exercise of the same page, which the workbench opens by itself. */
  isOnPage: boolean;
  /** Of a lesson: the exercises that belong to its core. */
  core?: string[];
}

/** The nearest thing that has not been passed in this browser; the first of all when everything has been. */
export function firstNotPassed(things: NextThing[]): NextThing | null {
  return things.find((thing) => !isPassed(thing)) ?? things[0] ?? null;
}

function isPassed({ kind, id, core = [] }: NextThing): boolean {
  // The rest of the lesson leads to the next lesson itself.
  if (kind === "part") return false;
  const exercises = kind === "lesson" ? core : [id];
  return exercises.length > 0 && exercises.every((each) => passedBefore(each) !== null);
}
