import { useEffect, useState } from "react";
import type { Trace } from "../../../../engine/fold/trace.ts";
import { useBenchParts } from "../bench-parts.ts";
import { emptyTrace, receive } from "../state/trace.ts";

/** Records that come in the same moment are folded together, in milliseconds. */
const together = 120;

/** The learner's code folded over the whole of a topic, again for every record that has come. Null before the first. */
export function useOwnFold(topic: string, records: number): Trace | null {
  const { payload, session, bench } = useBenchParts();
  const { source } = bench;
  const [trace, setTrace] = useState<Trace | null>(null);
  useEffect(() => {
    if (!session || records === 0) return;
    let arriving = emptyTrace(payload.trace);
    let handle: { cancel(): void } | null = null;
    const timer = setTimeout(() => {
      handle = session.run({ payload, source, log: { kind: "topic", topic }, beside: true }, (message) => {
        if (message.kind === "waiting") return;
        arriving = receive(arriving, [message]);
        if (message.kind === "end") setTrace(arriving);
      });
    }, together);
    return () => {
      clearTimeout(timer);
      handle?.cancel();
    };
  }, [session, payload, source, topic, records]);
  return trace;
}
