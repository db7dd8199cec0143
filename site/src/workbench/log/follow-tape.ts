import type { FoldSession } from "../../session/session.ts";
import type { Tape } from "../state/bench.ts";
import { follow } from "./follow.ts";

/** Records that come in the same moment are folded together, in milliseconds. */
const together = 120;

/** Listens to the topic that is on the tape and folds it again for records that its fold has not seen. Returns how to stop. */
export function followTape(
  session: FoldSession,
  topic: string,
  latest: { current: { tape: Tape; refold(): void } },
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const following = follow(session, topic, ({ position: { partition, offset } }) => {
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
}
