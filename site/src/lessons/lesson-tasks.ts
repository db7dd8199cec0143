import { type CollectionEntry, getEntry } from "astro:content";
import { join } from "node:path";
import { translatedFile } from "../language/translated-files.ts";
import type { LessonAsks } from "../progress/lesson-standing.ts";
import { lessonMinutes } from "./lesson-minutes.ts";
import { readQuiz } from "./quiz-file.ts";

/** What a lesson asks of its reader, for the course map. */
export async function lessonTasksOf({
  data,
  body,
  filePath,
}: CollectionEntry<"lessons">): Promise<LessonAsks> {
  const exercises = await Promise.all(data.exercises.map((id) => getEntry("exercises", id)));
  const ids = (optional: boolean) =>
    exercises.flatMap((entry) =>
      entry && entry.data.exercise.optional === optional ? [entry.data.exercise.id] : [],
    );
  const quiz = filePath ? await readQuiz(translatedFile(join(filePath, "..", "quiz.yaml"))) : null;
  const questions = quiz?.length ?? 0;
  const minutes = lessonMinutes(body ?? "", questions, data.minutes);
  return { core: ids(false), further: ids(true), questions, minutes };
}
