import type { ExerciseProgress } from "../exercise/exercise-memory.ts";
import { inOrder } from "./merge-progress-logs.ts";
import type { ProgressRecord } from "./progress-event.ts";

/** What the log says of a lesson. */
export interface LessonProgress {
  opened: boolean;
  /** Parts whose end was reached. */
  read: string[];
  /** The options opened of each question, in their order. */
  tries: number[][];
  /** Questions answered right, by number. */
  answered: number[];
  /** The exercises that would show that it was known before. */
  claims: string[];
}

/** Everything that is computed from the log of a learner's progress. */
export interface Progress {
  lessons: Record<string, LessonProgress>;
  exercises: Record<string, ExerciseProgress>;
  /** The lesson opened last. */
  last: string | null;
}

export const emptyProgress = (): Progress => ({ lessons: {}, exercises: {}, last: null });

export const untouched = (): ExerciseProgress => ({
  hints: 0,
  failures: [],
  parts: { seen: 0, of: 0 },
  solution: "no",
  passed: null,
});

/** A learner's progress: the fold of the log, in the order in which things happened. */
export function progressIn(log: ProgressRecord[]): Progress {
  return inOrder(log).reduce(evolve, emptyProgress());
}

/** The next state. It is a new one down to what the event touches. */
export function evolve(progress: Progress, { event }: ProgressRecord): Progress {
  switch (event.type) {
    case "LessonOpened":
      return { ...ofLesson(progress, event.data.lesson, { opened: true }), last: event.data.lesson };
    case "PartRead": {
      const { read } = lessonOf(progress, event.data.lesson);
      return ofLesson(progress, event.data.lesson, { read: added(read, event.data.part) });
    }
    case "QuizAnswered": {
      const { lesson: slug, question, option, right } = event.data;
      const { tries, answered } = lessonOf(progress, slug);
      const length = Math.max(tries.length, question + 1);
      const next = Array.from({ length }, (_, i) =>
        i === question ? added(tries[i] ?? [], option) : (tries[i] ?? []),
      );
      return ofLesson(progress, slug, {
        tries: next,
        answered: right ? added(answered, question) : answered,
      });
    }
    case "LessonClaimed": {
      const { claims } = lessonOf(progress, event.data.lesson);
      return ofLesson(progress, event.data.lesson, { claims: added(claims, event.data.exercise) });
    }
    case "HintRead": {
      const { exercise, hint } = event.data;
      return ofExercise(progress, exercise, { hints: Math.max(hint, exerciseOf(progress, exercise).hints) });
    }
    case "CheckFailed": {
      const { exercise, attempt } = event.data;
      return ofExercise(progress, exercise, {
        failures: added(exerciseOf(progress, exercise).failures, attempt),
      });
    }
    case "SolutionPartSeen": {
      const { exercise, seen, of } = event.data;
      return seen > exerciseOf(progress, exercise).parts.seen
        ? ofExercise(progress, exercise, { parts: { seen, of } })
        : progress;
    }
    case "SolutionSeen":
      return ofExercise(progress, event.data.exercise, { solution: event.data.how });
    case "ExercisePassed": {
      const { exercise, ...how } = event.data;
      return ofExercise(progress, exercise, { passed: { at: event.metadata.occurredAt, ...how } });
    }
    case "BestImproved": {
      const { exercise, statements } = event.data;
      const { best } = exerciseOf(progress, exercise);
      return ofExercise(progress, exercise, { best: Math.min(statements, best ?? statements) });
    }
    // Code is kept with its exercise; that it was kept is no progress. Types to come are none either.
    default:
      return progress;
  }
}

const freshLesson: LessonProgress = { opened: false, read: [], tries: [], answered: [], claims: [] };

// A file from elsewhere may name a lesson as it likes, "__proto__" too.
export const lessonOf = ({ lessons }: Progress, slug: string): LessonProgress =>
  (Object.hasOwn(lessons, slug) && lessons[slug]) || freshLesson;

export const exerciseOf = ({ exercises }: Progress, id: string): ExerciseProgress =>
  (Object.hasOwn(exercises, id) && exercises[id]) || untouched();

function ofLesson(progress: Progress, slug: string, change: Partial<LessonProgress>): Progress {
  const next = { ...lessonOf(progress, slug), ...change };
  return { ...progress, lessons: { ...progress.lessons, [slug]: next } };
}

function ofExercise(progress: Progress, id: string, change: Partial<ExerciseProgress>): Progress {
  const next = { ...exerciseOf(progress, id), ...change };
  return { ...progress, exercises: { ...progress.exercises, [id]: next } };
}

const added = <T>(to: T[], one: T) => (to.includes(one) ? to : [...to, one]);
