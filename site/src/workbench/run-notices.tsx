import { useStore } from "../ui/use-store.ts";
import { BusyLine } from "./busy-line.tsx";
import { FailedRunNotice } from "./failed-run-notice.tsx";
import { useWorkbench } from "./workbench-context.ts";

/** A run that waits for the server, or why the last one gave no fold. */
export function Notices() {
  const { tape, run } = useWorkbench();
  const waiting = useStore(tape.$waiting);
  const refused = useStore(tape.$refused);
  return waiting ? (
    <BusyLine waiting={waiting} cancel={tape.abandon} />
  ) : (
    <FailedRunNotice end={refused} retry={run} />
  );
}
