import { useEffect, useState } from "react";
import type { Exercise, ExercisePayload } from "../exercise/exercise-payload.ts";

/** An exercise of the page: as a whole, or by its name until somebody chooses it. */
export type OnPage = ExercisePayload | { exercise: Pick<Exercise, "id" | "title" | "optional"> };

export const hasWholePayload = (exercise: OnPage | undefined): exercise is ExercisePayload =>
  exercise !== undefined && "records" in exercise;

/** The chosen exercise as a whole, null until it is there; `failed` where it could not be fetched. */
export function useChosen(
  chosen: OnPage | undefined,
  open: ((id: string) => Promise<ExercisePayload>) | undefined,
) {
  const [fetched, setFetched] = useState<ExercisePayload | null>(null);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  const missing = chosen && !hasWholePayload(chosen) ? chosen.exercise.id : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again with each try
  useEffect(() => {
    if (missing === null || !open) return;
    let gone = false;
    setFailed(false);
    open(missing).then(
      (payload) => gone || setFetched(payload),
      () => gone || setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [missing, open, tries]);
  const there = hasWholePayload(chosen) ? chosen : fetched?.exercise.id === missing ? fetched : null;
  return { payload: there, failed: failed && there === null, retry: () => setTries(tries + 1) };
}
