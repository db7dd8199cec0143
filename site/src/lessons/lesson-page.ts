import { type CollectionEntry, getCollection, getEntry } from "astro:content";
import { join } from "node:path";
import { type Ability, abilitiesOf } from "../../../lessons/abilities.ts";
import { course, type Module, modules, type PlannedLesson } from "../../../lessons/course.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import type { NextThing } from "../exercise/next-thing.ts";
import { nextThings } from "../exercise-pages/next-things.ts";
import { writtenLessons } from "../exercise-pages/written-lessons.ts";
import { pathTo } from "../frame/path-to.ts";
import { isInBuildLanguage, translatedFile } from "../language/translated-files.ts";
import type { LessonMinutes } from "../progress/lesson-standing.ts";
import type { LessonFrontmatter } from "./frontmatter.ts";
import { lessonMinutes } from "./lesson-minutes.ts";
import { type Neighbours, neighboursOf } from "./neighbours.ts";
import { type Quiz, readQuiz } from "./quiz-file.ts";

/** All that the frame of a lesson and its parts need to know. */
export interface LessonPage {
  lesson: LessonFrontmatter;
  minutes: LessonMinutes;
  /** Whether it is written in this build's language; English otherwise. */
  translated: boolean;
  module: Module;
  exercises: ExercisePayload[];
  quiz: Quiz | null;
  neighbours: Neighbours;
  /** What the module teaches to do, in its last lesson; empty in the others. */
  abilities: Ability[];
  next: { lesson: PlannedLesson; written: boolean } | null;
  /** What follows the pass of each exercise, by its id. */
  onward: Record<string, NextThing[]>;
}

export async function lessonPage(entry: CollectionEntry<"lessons">): Promise<LessonPage> {
  const lesson = entry.data;
  const planned = course.find(({ slug }) => slug === lesson.slug);
  const module = modules.find(({ number }) => number === planned?.module);
  if (!planned || !module || !entry.filePath)
    throw new Error(`${lesson.slug} is no lesson of lessons/course.ts.`);
  const next = course.find(({ slug, number }) =>
    lesson.next ? slug === lesson.next : number === lesson.number + 1,
  );
  const exercises = await Promise.all(lesson.exercises.map((id) => exercise(id, lesson.slug)));
  const written = await writtenLessons();
  const quiz = await readQuiz(translatedFile(join(entry.filePath, "..", "quiz.yaml")));
  const all = (await getCollection("exercises")).map(({ data }) => data.exercise);
  const isLast = course.findLast((each) => each.module === module.number) === planned;
  return {
    lesson,
    minutes: lessonMinutes(entry.body ?? "", quiz?.length ?? 0, lesson.minutes),
    translated: isInBuildLanguage(entry.filePath),
    module,
    exercises,
    quiz,
    neighbours: neighboursOf(
      lesson.slug,
      course,
      written.map(({ slug }) => slug),
    ),
    abilities: isLast
      ? abilitiesOf(
          module.number,
          all.map(({ id }) => id),
        )
      : [],
    next: next ? { lesson: next, written: written.some(({ slug }) => slug === next.slug) } : null,
    onward: Object.fromEntries(
      exercises.map(({ exercise }) => [
        exercise.id,
        nextThings(exercise, { exercises: all, lessons: written }, lesson.slug, pathTo),
      ]),
    ),
  };
}

async function exercise(id: string, lesson: string): Promise<ExercisePayload> {
  const found = await getEntry("exercises", id);
  if (!found)
    throw new Error(`Lesson ${lesson} names the exercise ${id}, and exercises/${id}/ was not found.`);
  return found.data;
}
