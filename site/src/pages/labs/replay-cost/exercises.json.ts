import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import type { ExercisePayload } from "../../../exercise/exercise-payload.ts";
import type { ReplayableExercise } from "../../../labs/replay-cost/exercise-source.ts";

/** The exercises whose answers the lab can fold: reducers, and upcasters with their reducer. */
export const GET: APIRoute = async () => {
  const entries = await getCollection("exercises");
  const exercises = entries.flatMap(({ data }): ReplayableExercise[] => {
    const { exercise, records } = data as unknown as ExercisePayload;
    const { id, title, entry } = exercise;
    const isFolded = entry.kind === "reducer" || entry.kind === "upcaster";
    return isFolded && records.length > 0 ? [{ id, title }] : [];
  });
  return Response.json(exercises);
};
