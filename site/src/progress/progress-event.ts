import type { NewEvent } from "../../../engine/fold/event.ts";

/** How a solution came to be seen. */
export type SolutionAccessKind = "earned" | "asked";

/** What a learner did, as data by event type. Numbers of hints, parts, questions and options are those of the page. */
export interface ProgressFacts {
  LessonOpened: { lesson: string };
  /** The end of a part of the lesson's text came on screen. */
  PartRead: { lesson: string; part: string };
  /** An option of the quiz was opened; both are counted from 0. */
  QuizAnswered: { lesson: string; question: number; option: number; right: boolean };
  /** "I know this": the lesson counts as known once this exercise is passed. */
  LessonClaimed: { lesson: string; exercise: string };
  /** `hint` is counted from 1. */
  HintRead: { exercise: string; hint: number };
  /** Different code that ran and failed; `attempt` is its fingerprint. */
  CheckFailed: { exercise: string; attempt: string };
  SolutionPartSeen: { exercise: string; seen: number; of: number };
  SolutionSeen: { exercise: string; how: SolutionAccessKind };
  ExercisePassed: {
    exercise: string;
    solution: "no" | SolutionAccessKind;
    parts?: { seen: number; of: number };
    records: number;
    logs: number;
  };
  /** A source passed with fewer statements than any before it. */
  BestImproved: { exercise: string; statements: number };
  /** Code that is kept with the exercise. `verdict` is how it ended where it was run or checked. */
  CodeKept: { exercise: string; source: string; verdict?: string; passed?: boolean };
}

export type ProgressType = keyof ProgressFacts;

/** An event of a learner's progress, in the course's own envelope. */
export type ProgressEvent = {
  [Type in ProgressType]: {
    type: Type;
    data: ProgressFacts[Type];
    metadata: { id: string; occurredAt: string };
  };
}[ProgressType];

/** A line of the log: `key` is the exercise, or the lesson where it is about no exercise. */
export interface ProgressRecord {
  key: string;
  event: ProgressEvent;
}

let made = 0;

/**
 * A fact that has just happened. Ids made on one page in one millisecond sort in the order in which they were made.
 * crypto.randomUUID is away where a page is served without TLS, so this does not ask for it.
 */
export function progressEvent<Type extends ProgressType>(
  type: Type,
  data: ProgressFacts[Type],
  at = new Date().toISOString(),
  id = freshId(at),
): ProgressRecord {
  const event = {
    type,
    data,
    metadata: { id, occurredAt: at },
  } satisfies NewEvent as unknown as ProgressEvent;
  return { key: "exercise" in data ? data.exercise : data.lesson, event };
}

function freshId(at: string): string {
  const count = (made++).toString(36).padStart(4, "0");
  return `${Date.parse(at).toString(36)}.${count}.${Math.random().toString(36).slice(2, 10)}`;
}
