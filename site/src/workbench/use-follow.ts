import { useEffect, useRef } from "react";
import type { FoldSession, Where } from "../session/session.ts";
import { follow } from "./log/follow.ts";
import type { Tape } from "./state/bench.ts";

/** Records that come in the same moment are folded together, in milliseconds. */
const together = 120;

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
    let timer: ReturnType<typeof setTimeout> | undefined;
    const following = follow(session, topic, ({ position: { partition, offset } }) => {
      // A long log is not folded again for one more record.
      if (latest.current.tape.long) return;
      const { slice } = latest.current.tape.trace.start;
      const folded = slice?.partitions.find((part) => part.partition === partition);
      if (folded && offset < folded.to) return;
      clearTimeout(timer);
      timer = setTimeout(() => latest.current.refold(), together);
    });
    return () => {
      clearTimeout(timer);
      following.stop();
    };
  }, [session, topic]);
}
