import { useEffect, useState } from "react";
import { myLog as words } from "../../../language/english/my-log.ts";
import type { ExercisePayload } from "../workbench/payload.ts";
import { Workbench } from "../workbench/workbench.tsx";
import { exampleLog, folded, payloadOf } from "./payload.ts";
import { useMyLog } from "./use-my-log.ts";
import type { Workings } from "./workings.ts";

interface MyLogBenchProps {
  workings: Workings;
  /** The path the site lies under. */
  base: string;
}

/** The learner's log in the workbench; an example while there is none. */
export function MyLogBench({ workings, base }: MyLogBenchProps) {
  const log = useMyLog();
  const [opened, setOpened] = useState<ExercisePayload[]>([]);
  useEffect(() => {
    if (!log) return;
    let gone = false;
    const payload =
      log.length > 0 ? payloadOf(log, "my-log", workings) : payloadOf(exampleLog(), "example-log", workings);
    folded(payload).then((payload) => gone || setOpened([payload]));
    return () => {
      gone = true;
    };
  }, [log, workings]);
  if (opened.length === 0) return <p className="ml-loading">{words.loading}</p>;
  // Another log is another tape: the bench begins anew.
  return <Workbench key={opened[0]?.records.length} exercises={opened} base={base} />;
}
