import { useEffect, useRef } from "react";
import type { FoldSession, Where } from "../session/session.ts";
import type { Tape } from "./state/bench.ts";

/**
 * While a topic of the learner's own is on the tape, what is appended to it, in this window or another, is folded as it
 * comes: `refold` is called once more records are there than the fold has seen.
 */
export function useFollow(session: FoldSession | null, where: Where, tape: Tape, refold: () => void): void {
  const latest = useRef({ tape, refold });
  latest.current = { tape, refold };
  const topic = where.kind === "kafka" && tape.log.kind === "topic" ? tape.log.topic : null;
  useEffect(() => {
    if (!session || !topic?.startsWith("mine.")) return;
    let gone = false;
    let stop = () => {};
    // Loaded with the first such topic: no page opens with one.
    void import("./log/follow-tape.ts").then(({ followTape }) => {
      if (!gone) stop = followTape(session, topic, latest);
    });
    return () => {
      gone = true;
      stop();
    };
  }, [session, topic]);
}
