import { useMemo } from "react";
import { Workbench } from "../workbench/workbench.tsx";
import { useServerExercise } from "./use-server-exercise.ts";

/** The workbench with an exercise that the site was not built with, once the server has given it. */
export function ServerExerciseWorkbench({ base }: { base: string }) {
  const opened = useServerExercise(base);
  const exercises = useMemo(() => (opened.kind === "there" ? [opened.payload] : []), [opened]);
  return exercises.length > 0 ? <Workbench exercises={exercises} base={base} /> : null;
}
