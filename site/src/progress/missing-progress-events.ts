import { type ExerciseMemory, readExercise } from "../exercise/exercise-memory.ts";
import { keptNames } from "../storage/local-storage.ts";
import { readRemembered } from "../storage/remembered-value.ts";
import { exerciseOf, lessonOf, progressIn } from "./fold-progress.ts";
import { progressEventsBetween } from "./note-exercise-progress.ts";
import { type ProgressRecord, progressEvent } from "./progress-event.ts";

/**
 * What this browser remembers and its log does not say: memory from before there was a log. Each fact gets the same id
 * however often it is told, so that it is one fact in every file that is exported.
 */
export function missingProgressEvents(log: ProgressRecord[]): ProgressRecord[] {
  const progress = progressIn(log);
  const exercises = keptNames("exercise/").flatMap((id) => {
    const memory: ExerciseMemory = readExercise(id);
    const facts = progressEventsBetween(id, exerciseOf(progress, id), memory);
    return facts.map((fact) => remembered(fact, memory.passed?.at));
  });
  const last = readRemembered<string>("last-lesson");
  const slugs = keptNames("reading/").filter((slug) => slug !== last);
  const lessons = [...slugs, ...(last ? [last] : [])]
    .filter((slug) => !lessonOf(progress, slug).opened)
    .map((lesson) => remembered(progressEvent("LessonOpened", { lesson })));
  return [...exercises, ...lessons];
}

/** Nobody knows any more when it happened; of an exercise that was passed, it was not after the pass. */
function remembered(fact: ProgressRecord, passedAt?: string): ProgressRecord {
  const { type, data, metadata } = fact.event;
  const id = `memory ${JSON.stringify([type, ...Object.values(data)])}`;
  const event = { ...fact.event, metadata: { id, occurredAt: passedAt ?? metadata.occurredAt } };
  return { ...fact, event } as ProgressRecord;
}
