import { useCallback, useEffect, useRef, useState } from "react";
import type { Prediction } from "../../../engine/grading/predict.ts";
import type { CheckEnd, CheckOutcome } from "../../../engine/protocol/answers.ts";
import type { FoldSession, Handle } from "../session/session.ts";
import type { ExercisePayload } from "./payload.ts";
import { seedOf } from "./seed.ts";

/** What is checked: a source, or predicted states. */
export type Answer = { source: string } | { predicted: Prediction[] };

/** The last check of an exercise: what has been said so far, and of which source; null where states were predicted. */
export interface Checking {
  source: string | null;
  outcomes: CheckOutcome[];
  end: CheckEnd | null;
  /** How many seconds a busy server has still to be waited for. */
  waiting: number;
}

/** Checks an answer. `done` hears the result once; a new check replaces the one under way, `abandon` gives it up. */
export function useCheck(
  payload: ExercisePayload,
  session: FoldSession | null,
  done: (checking: Checking & { end: CheckEnd }) => void,
) {
  const [checking, setChecking] = useState<Checking | null>(null);
  const handle = useRef<Handle | null>(null);
  const finished = useRef(done);
  finished.current = done;
  useEffect(() => () => handle.current?.cancel(), []);
  const check = useCallback(
    (answer: Answer) => {
      if (!session) return;
      handle.current?.cancel();
      const source = "source" in answer ? answer.source : null;
      let now: Checking = { source, outcomes: [], end: null, waiting: 0 };
      setChecking(now);
      handle.current = session.check({ payload, ...answer, seed: seedOf(location.search) }, (message) => {
        if (message.kind === "waiting") now = { ...now, waiting: message.seconds };
        else if (message.kind === "end") now = { ...now, end: message };
        else now = { ...now, outcomes: [...now.outcomes, message] };
        setChecking(now);
        if (now.end) finished.current({ ...now, end: now.end });
      });
    },
    [payload, session],
  );
  const abandon = useCallback(() => {
    handle.current?.cancel();
    setChecking(null);
  }, []);
  return { checking, check, abandon };
}
