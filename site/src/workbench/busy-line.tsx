import { busyWords } from "../../../language/english/workbench.ts";
import type { Waiting } from "../session/session-interface.ts";

interface BusyLineProps {
  waiting: Waiting | null;
  cancel(): void;
}

/** A run or a check that waits for a free sandbox, and the way to give it up. */
export function BusyLine({ waiting, cancel }: BusyLineProps) {
  if (waiting === null) return null;
  return (
    <div className="wb-notice">
      <p>{describeWaiting(waiting)}</p>
      <button type="button" className="action quiet wb-small" onClick={cancel}>
        {busyWords.cancel}
      </button>
    </div>
  );
}

/** A sentence of what is waited for. */
export function describeWaiting(waiting: Waiting): string {
  return "place" in waiting ? busyWords.queued(waiting.place) : busyWords.busy(waiting.seconds);
}
