import { useStore } from "../ui/use-store.ts";
import { BusyLine } from "./busy-line.tsx";
import { FailedRunNotice } from "./failed-run-notice.tsx";
import { useWorkbench } from "./workbench-context.ts";

/** A run that waits for the server, or why the last one gave no fold. */
export function Notices() {
  const { tape, run, checks, layout } = useWorkbench();
  const waiting = useStore(tape.$waiting);
  const refused = useStore(tape.$refused);
  const checked = useStore(checks.$checking, (checking) => checking?.end?.message);
  const isCheckShown = useStore(layout.$tab, ({ name }) => name === "checks");
  const isFolded = useStore(layout.$isFolded);
  const isInChecks = refused?.message === checked && isCheckShown;
  return waiting ? (
    <BusyLine waiting={waiting} cancel={tape.abandon} />
  ) : (
    <div className={isInChecks ? `wb-in-checks${isFolded ? " folded" : ""}` : undefined}>
      <FailedRunNotice end={refused} retry={run} />
    </div>
  );
}
