import { useEffect } from "react";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import { useSession } from "../session/use-session.ts";
import { WorkbenchPanels } from "../workbench/workbench-panels.tsx";
import "../workbench/workbench.css";
import { withWorkspaces } from "./load-on-demand.ts";
import { isReturn, type Playground, showProblem, usePlayground } from "./playground-store.ts";

interface PlaygroundBenchProps {
  base: string;
  first: Playground;
  /** The first log as the workbench takes it, folded already. */
  firstPayload: ExercisePayload;
}

/** The workbench over whatever log is on the tape. */
export function PlaygroundWorkbench({ base, first, firstPayload }: PlaygroundBenchProps) {
  const session = useSession(base);
  const { payload, generation } = usePlayground(first);
  useEffect(() => {
    if (isReturn()) withWorkspaces(({ loadWorkspace }) => loadWorkspace(base).then(showProblem));
    // A link opened in this very window changes the fragment and nothing else.
    const onHashChange = () => location.reload();
    addEventListener("hashchange", onHashChange);
    return () => removeEventListener("hashchange", onHashChange);
  }, [base]);
  return (
    <div className="workbench">
      <div className="wb-exercise">
        <WorkbenchPanels key={generation} payload={payload ?? firstPayload} session={session} summoned={0} />
      </div>
    </div>
  );
}
