import { useCallback, useEffect, useState } from "react";
import type { Comparison } from "../../../../engine/protocol/response-types.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import type { FoldSession } from "../../session/session-interface.ts";

/** A source's fold beside the reference's; `again` asks once more after a problem. Null asks for nothing. */
export function useComparison(payload: ExercisePayload, session: FoldSession | null, source: string | null) {
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another request
  useEffect(() => {
    if (!session || source === null) return;
    let isOld = false;
    setProblem(null);
    session.compare(payload, source).then(
      (compared) => isOld || setComparison(compared),
      (reason) => isOld || setProblem(reason instanceof Error ? reason.message : ""),
    );
    return () => {
      isOld = true;
    };
  }, [payload, session, source, tries]);
  const again = useCallback(() => setTries((count) => count + 1), []);
  return { comparison, problem, again };
}
