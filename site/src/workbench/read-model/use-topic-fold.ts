import { useEffect, useState } from "react";
import type { Trace } from "../../../../engine/fold/trace.ts";
import { useStore } from "../../ui/use-store.ts";
import { addMessages, emptyTrace } from "../state/grow-trace.ts";
import { useWorkbench } from "../workbench-context.ts";

/** Records that come in the same moment are folded together, in milliseconds. */
const together = 120;

/** The learner's code folded over the whole of a topic, again for every record that has come. Null before the first. */
export function useTopicFold(topic: string, records: number): Trace | null {
  const { payload, code, ...workbench } = useWorkbench();
  const session = useStore(workbench.session.$session);
  const source = useStore(code.$source);
  const [trace, setTrace] = useState<Trace | null>(null);
  useEffect(() => {
    if (!session || records === 0) return;
    let arriving = emptyTrace(payload.trace);
    let handle: { cancel(): void } | null = null;
    const timer = setTimeout(() => {
      handle = session.run({ payload, source, log: { kind: "topic", topic }, beside: true }, (message) => {
        if (message.kind === "waiting") return;
        arriving = addMessages(arriving, [message]);
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
