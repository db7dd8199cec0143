import { lessonWords } from "../../../language/english/lesson-page.ts";
import type { PlannedLesson } from "../../../lessons/course.ts";
import type { Exercise } from "../exercise/exercise-payload.ts";
import type { NextThing } from "../exercise/next-thing.ts";
import { byDifficulty, type Placed } from "./place-in-course.ts";

/** An exercise as far as its place among the others needs it. */
export type Sequenced = Placed & Pick<Exercise, "concepts">;

/** A written lesson with the ids of its exercises, in their order. */
export interface WrittenLesson extends Pick<PlannedLesson, "number" | "slug" | "title"> {
  exercises: string[];
  /** Those of them that belong to its core. */
  core: string[];
}

export interface Course {
  exercises: Sequenced[];
  lessons: WrittenLesson[];
}

/** The quiz, and below it what a lesson ends with: sources, what to remember, the next lesson. */
const restOfLesson: NextThing = {
  kind: "part",
  id: "quiz",
  title: lessonWords.parts.quiz,
  href: "#quiz",
  isOnPage: true,
};

/** So many challenges are enough to find one that has not been passed. */
const mostChallenges = 3;

/** The same of lessons: each exercise's page carries them. */
const mostLessons = 4;

/**
 * What follows a pass, nearest first: the exercises after it in its lesson, on the lesson's page the rest of the lesson,
 * the written lessons after it, those before it, then challenges that practise one of the same ideas, or the next harder
 * ones if none does. All of it exists. `page` is the slug of the lesson whose page it is, null on an exercise's own page;
 * `at` gives the address of a path.
 */
export function nextThings(
  exercise: Sequenced,
  { exercises, lessons }: Course,
  page: string | null,
  at: (path: string) => string,
): NextThing[] {
  const lesson = lessons.find(({ slug }) => slug === exercise.lesson);
  const following = lesson?.exercises.slice(lesson.exercises.indexOf(exercise.id) + 1) ?? [];
  const inLesson = following.flatMap((id) => exercises.filter((each) => each.id === id));
  const inOrder = lessons.toSorted((a, b) => a.number - b.number);
  const later = lesson ? inOrder.filter(({ number }) => number > lesson.number) : [];
  const earlier = lesson ? inOrder.filter(({ number }) => number < lesson.number) : [];
  const isOnPage = page !== null && page === lesson?.slug;
  return [
    ...inLesson.map(({ id, title }) => ({
      kind: "exercise" as const,
      id,
      title,
      href: isOnPage ? "#workbench" : at(`/exercises/${id}/`),
      isOnPage,
    })),
    ...(isOnPage ? [restOfLesson] : []),
    ...[...later, ...earlier].slice(0, mostLessons).map((each) => lessonAsNext(each, at)),
    ...challengesAfter(exercise, exercises).map(({ id, title }) => ({
      kind: "challenge" as const,
      id,
      title,
      href: at(`/exercises/${id}/`),
      isOnPage: false,
    })),
  ];
}

function lessonAsNext({ slug, title, core }: WrittenLesson, at: (path: string) => string): NextThing {
  return { kind: "lesson", id: slug, title, href: at(`/lessons/${slug}/`), isOnPage: false, core };
}

/** Exercises of no lesson, or of another one: those with a concept in common, else those that are at least as hard. */
function challengesAfter(exercise: Sequenced, all: Sequenced[]): Sequenced[] {
  const others = byDifficulty(all).filter(
    ({ id, lesson }) => id !== exercise.id && (lesson === undefined || lesson !== exercise.lesson),
  );
  const related = others.filter(({ concepts }) => concepts.some((each) => exercise.concepts.includes(each)));
  const harder = others.filter(({ difficulty }) => difficulty >= exercise.difficulty);
  return [related, harder, others].find(({ length }) => length > 0)?.slice(0, mostChallenges) ?? [];
}
