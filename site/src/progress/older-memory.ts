import { recall } from "../lessons/memory.ts";
import { type ExerciseMemory, readExercise } from "../workbench/memory.ts";
import { happened, type ProgressRecord } from "./event.ts";
import { factsBetween } from "./exercise-facts.ts";
import { exerciseOf, lessonOf, progressIn } from "./fold.ts";
import { keptNames } from "./names.ts";

/**
 * What this browser remembers and its log does not say: memory from before there was a log. Each fact gets the same id
 * however often it is told, so that it is one fact in every file that is exported.
 */
export function untold(log: ProgressRecord[]): ProgressRecord[] {
  const progress = progressIn(log);
  const exercises = keptNames("exercise/").flatMap((id) => {
    const memory: ExerciseMemory = readExercise(id);
    const facts = factsBetween(id, exerciseOf(progress, id), memory);
    return facts.map((fact) => remembered(fact, memory.passed?.at));
  });
  const last = recall<string>("last-lesson");
  const slugs = keptNames("reading/").filter((slug) => slug !== last);
  const lessons = [...slugs, ...(last ? [last] : [])]
    .filter((slug) => !lessonOf(progress, slug).opened)
    .map((lesson) => remembered(happened("LessonOpened", { lesson })));
  return [...exercises, ...lessons];
}

/** Nobody knows any more when it happened; of an exercise that was passed, it was not after the pass. */
function remembered(fact: ProgressRecord, passedAt?: string): ProgressRecord {
  const { type, data, metadata } = fact.event;
  const id = `memory ${JSON.stringify([type, ...Object.values(data)])}`;
  const event = { ...fact.event, metadata: { id, occurredAt: passedAt ?? metadata.occurredAt } };
  return { ...fact, event } as ProgressRecord;
}
