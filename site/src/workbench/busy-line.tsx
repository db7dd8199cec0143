import { busyWords } from "../../../language/english/workbench.ts";

interface BusyLineProps {
  /** Seconds until the server is asked again, 0 when nothing waits. */
  seconds: number;
  cancel(): void;
}

/** A run or a check that waits for a free sandbox, and the way to give it up. */
export function BusyLine({ seconds, cancel }: BusyLineProps) {
  if (seconds === 0) return null;
  return (
    <div className="wb-notice">
      <p>{busyWords.busy(seconds)}</p>
      <button type="button" className="action quiet wb-small" onClick={cancel}>
        {busyWords.cancel}
      </button>
    </div>
  );
}
