import type { ReplayedCode } from "../../../../engine/labs/replay-cost/commands.ts";
import { readExercise } from "../../exercise/exercise-memory.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import { pathTo } from "../../frame/path-to.ts";

/** An exercise whose answer this lab can fold. */
export interface ReplayableExercise {
  id: string;
  title: string;
}

/** The exercise that the lab begins with. */
export const defaultExercise = "cart-read-only";

/** The log and the kind of an exercise; its answer comes from what the learner wrote. */
export type ReplayedExercise = Omit<ReplayedCode, "source">;

export async function listExercises(): Promise<ReplayableExercise[]> {
  return (await answerOf("/labs/replay-cost/exercises.json")) as ReplayableExercise[];
}

export async function openExercise(id: string): Promise<ReplayedExercise> {
  const { exercise, records } = (await answerOf(`/exercises/${id}.json`)) as ExercisePayload;
  const { entry, scope, slice } = exercise;
  return { exercise: id, entry, scope, slice, records };
}

/** The learner's own code in this browser; null while there is none. */
export const ownAnswer = (id: string): string | null => readExercise(id).code ?? null;

async function answerOf(path: string): Promise<unknown> {
  const answer = await fetch(pathTo(path));
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
  return answer.json();
}
