import { useEffect, useMemo } from "react";
import { Bench } from "../workbench/bench.tsx";
import { useSession } from "../workbench/use-session.ts";
import "../workbench/workbench.css";
import { playgroundPayload } from "./made-payload.ts";
import { memoryOf, say, usePlayground } from "./playground.ts";
import { begin } from "./workspaces.ts";

/** The workbench over whatever log is on the tape. */
export function PlaygroundBench({ base }: { base: string }) {
  const { session, where } = useSession(base);
  const playground = usePlayground();
  const { log, choices, generation } = playground;
  const id = memoryOf(playground);
  const payload = useMemo(() => playgroundPayload(id, log, choices), [id, log, choices]);
  useEffect(() => {
    void begin(base).then(say);
    // A link opened in this very window changes the fragment and nothing else.
    const onHashChange = () => location.reload();
    addEventListener("hashchange", onHashChange);
    return () => removeEventListener("hashchange", onHashChange);
  }, [base]);
  return (
    <div className="workbench">
      <div className="wb-exercise">
        <Bench key={generation} payload={payload} session={session} where={where} summoned={0} />
      </div>
    </div>
  );
}
