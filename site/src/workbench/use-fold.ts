import { type Dispatch, useCallback, useEffect, useRef, useState } from "react";
import type { TraceEnd, TraceMessage } from "../../../engine/fold/trace.ts";
import type { FoldedLog, FoldSession, Handle } from "../session/session.ts";
import type { ExercisePayload } from "./payload.ts";
import type { BenchAction, Landing, Tape } from "./state/bench.ts";

export interface Fold {
  source: string;
  log: FoldedLog;
  tape: Omit<Tape, "trace" | "source">;
  landing: Landing;
  /** Hears how the fold ended, unless it was given up. */
  ended?(end: TraceEnd): void;
}

let runs = 0;

/**
 * Starts folds. Their messages reach the reducer once a frame, however fast they come. A new fold replaces the old.
 * `waiting` is how many seconds a busy server has still to be waited for; `abandon` gives the fold under way up.
 */
export function useFold(
  payload: ExercisePayload,
  session: FoldSession | null,
  dispatch: Dispatch<BenchAction>,
) {
  const handle = useRef<Handle | null>(null);
  const newest = useRef(0);
  const [waiting, setWaiting] = useState(0);
  useEffect(() => () => handle.current?.cancel(), []);
  const abandon = useCallback(() => {
    handle.current?.cancel();
    setWaiting(0);
    dispatch({ type: "abandon", id: newest.current });
  }, [dispatch]);
  const fold = useCallback(
    ({ source, log, tape, landing, ended }: Fold) => {
      if (!session) return;
      handle.current?.cancel();
      setWaiting(0);
      const id = ++runs;
      newest.current = id;
      let arrived: TraceMessage[] = [];
      let frame = 0;
      const flush = () => {
        cancelAnimationFrame(frame);
        frame = 0;
        const messages = arrived;
        arrived = [];
        dispatch({ type: "arrive", id, messages });
      };
      dispatch({ type: "run", id, tape: { ...tape, source }, landing });
      handle.current = session.run({ payload, source, log }, (message) => {
        if (message.kind === "waiting") return setWaiting(message.seconds);
        arrived.push(message);
        // A page in the background gets no frames; the end must arrive all the same.
        if (message.kind === "end") {
          flush();
          ended?.(message);
        } else if (frame === 0) frame = requestAnimationFrame(flush);
      });
    },
    [payload, session, dispatch],
  );
  return { fold, waiting, abandon };
}
