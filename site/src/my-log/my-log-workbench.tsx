import { useEffect, useState } from "react";
import { myLog as words } from "../../../language/english/my-log.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import { Workbench } from "../workbench/workbench.tsx";
import { exampleLog, foldPayload, payloadOf } from "./my-log-payload.ts";
import type { MyLogProgram } from "./my-log-program.ts";
import { useMyLog } from "./use-my-log.ts";

interface MyLogWorkbenchProps {
  program: MyLogProgram;
  /** The path the site lies under. */
  base: string;
}

/** The learner's log in the workbench; an example while there is none. */
export function MyLogWorkbench({ program, base }: MyLogWorkbenchProps) {
  const log = useMyLog();
  const [opened, setOpened] = useState<ExercisePayload[]>([]);
  useEffect(() => {
    if (!log) return;
    let gone = false;
    const payload =
      log.length > 0 ? payloadOf(log, "my-log", program) : payloadOf(exampleLog(), "example-log", program);
    foldPayload(payload).then((payload) => gone || setOpened([payload]));
    return () => {
      gone = true;
    };
  }, [log, program]);
  if (opened.length === 0) return <p className="ml-loading">{words.loading}</p>;
  // Another log is another tape: the bench begins anew.
  return <Workbench key={opened[0]?.records.length} exercises={opened} base={base} />;
}
