import { exerciseOf, lessonOf, type Progress } from "./fold-progress.ts";

/** Minutes of the parts of a lesson. What it does not have, it does not need. */
export interface LessonMinutes {
  read: number;
  play?: number;
  write?: number;
  quiz?: number;
}

/** What a lesson asks for, as its page and its exercises say. */
export interface LessonAsks {
  /** Ids of the exercises that belong to its core, and of those for whoever likes. */
  core: string[];
  further: string[];
  questions: number;
  minutes: LessonMinutes;
}

export interface LessonStanding {
  /** `known`: its hardest exercise was passed after "I know this". */
  is: "new" | "begun" | "passed" | "known";
  /** Exercises passed, of all that it has. */
  passed: number;
  of: number;
  /** Of the core: what is read, answered and passed no longer counts. */
  minutesLeft: number;
}

export function lessonStanding(progress: Progress, slug: string, asks: LessonAsks): LessonStanding {
  const lesson = lessonOf(progress, slug);
  const isPassed = (id: string) => exerciseOf(progress, id).passed !== null;
  const all = [...asks.core, ...asks.further];
  const passed = all.filter(isPassed).length;
  const corePassed = asks.core.every(isPassed);
  const known = lesson.claims.some(isPassed);
  const done = known || (asks.core.length > 0 && corePassed);
  const { read, play = 0, write = 0, quiz = 0 } = asks.minutes;
  const left =
    (lesson.read.includes("explain") ? 0 : read) +
    (lesson.read.includes("see") ? 0 : play) +
    (corePassed ? 0 : write) +
    (lesson.answered.length >= asks.questions ? 0 : quiz);
  const begun = lesson.opened || passed > 0;
  return {
    is: known && !corePassed ? "known" : done ? "passed" : begun ? "begun" : "new",
    passed,
    of: all.length,
    minutesLeft: done ? 0 : left,
  };
}

export const isDone = ({ is }: LessonStanding): boolean => is === "passed" || is === "known";
