import { useEffect } from "react";
import { Bench } from "../workbench/bench.tsx";
import type { ExercisePayload } from "../workbench/payload.ts";
import { useSession } from "../workbench/use-session.ts";
import "../workbench/workbench.css";
import { withWorkspaces } from "./later.ts";
import { isReturn, type Playground, say, usePlayground } from "./playground.ts";

interface PlaygroundBenchProps {
  base: string;
  first: Playground;
  /** The first log as the workbench takes it, folded already. */
  firstPayload: ExercisePayload;
}

/** The workbench over whatever log is on the tape. */
export function PlaygroundBench({ base, first, firstPayload }: PlaygroundBenchProps) {
  const { session, where } = useSession(base);
  const { payload, generation } = usePlayground(first);
  useEffect(() => {
    if (isReturn()) withWorkspaces(({ begin }) => begin(base).then(say));
    // A link opened in this very window changes the fragment and nothing else.
    const onHashChange = () => location.reload();
    addEventListener("hashchange", onHashChange);
    return () => removeEventListener("hashchange", onHashChange);
  }, [base]);
  return (
    <div className="workbench">
      <div className="wb-exercise">
        <Bench
          key={generation}
          payload={payload ?? firstPayload}
          session={session}
          where={where}
          summoned={0}
        />
      </div>
    </div>
  );
}
