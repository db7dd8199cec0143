import type { FoldSession } from "../../session/session-interface.ts";
import type { Tape } from "../state/tape-state.ts";
import { followTopic } from "./follow-topic.ts";

/** Records that come in the same moment are folded together, in milliseconds. */
const together = 120;

/** Listens to the topic that is on the tape and folds it again for records that its fold has not seen. Returns how to stop. */
export function refoldOnNewRecords(
  session: FoldSession,
  topic: string,
  latest: { tape(): Tape; refold(): void },
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const following = followTopic(session, topic, ({ position: { partition, offset } }) => {
    const { slice } = latest.tape().trace.start;
    const folded = slice?.partitions.find((part) => part.partition === partition);
    if (folded && offset < folded.to) return;
    clearTimeout(timer);
    timer = setTimeout(() => latest.refold(), together);
  });
  return () => {
    clearTimeout(timer);
    following.stop();
  };
}
