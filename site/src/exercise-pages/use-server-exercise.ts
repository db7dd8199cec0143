import { useEffect, useState } from "react";
import { packWords } from "../../../language/english/exercises.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import { type Listed, listOnServer, pageOnServer } from "./server-catalog.ts";

/** An exercise that the page's address names by its id, as the course's server gives it. */
export type Opened =
  | { kind: "asking" }
  | { kind: "there"; payload: ExercisePayload; catalog: Listed[] }
  /** There is none to be shown, in words for the learner. */
  | { kind: "none"; why: string };

let asked: Promise<Opened> | undefined;

/** What the address names. Text and workbench of the page share one answer. */
export function useServerExercise(base: string): Opened {
  const [opened, setOpened] = useState<Opened>({ kind: "asking" });
  useEffect(() => {
    asked ??= openExercise(base, new URLSearchParams(location.search).get("id"));
    asked.then(setOpened);
  }, [base]);
  return opened;
}

async function openExercise(base: string, id: string | null): Promise<Opened> {
  if (!id) {
    return { kind: "none", why: packWords.unnamed };
  }
  try {
    const catalog = await listOnServer(base);
    if (!catalog) {
      return { kind: "none", why: packWords.noServer };
    }
    return { kind: "there", payload: await pageOnServer(base, id), catalog };
  } catch (problem) {
    return { kind: "none", why: problem instanceof Error ? problem.message : String(problem) };
  }
}
