import { useMemo } from "react";
import { Workbench } from "../workbench/workbench.tsx";
import { useServerExercise } from "./use-server-exercise.ts";

/** The workbench with an exercise that the site was not built with, once the server has given it. */
export function ServerExerciseWorkbench({ base }: { base: string }) {
  const opened = useServerExercise(base);
  const exercises = useMemo(() => (opened.kind === "there" ? [opened.payload] : []), [opened]);
  // Never null: Astro takes what renders nothing for no React component, and calls it once more outside of React.
  return <>{exercises.length > 0 && <Workbench exercises={exercises} base={base} />}</>;
}
