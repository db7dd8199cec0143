import type { TraceEnd } from "../../../engine/fold/trace.ts";
import { busyWords } from "../../../language/english/workbench.ts";
import { InlineCodeText } from "../ui/inline-code-text.tsx";

/** Why a run gave no fold, in one sentence; with Retry where trying again can help. */
export function FailedRunNotice({ end, retry }: { end: TraceEnd | null; retry(): void }) {
  if (!end || (end.verdict === "cancelled" && end.message === "")) return null;
  const canHelp = ["busy", "log-unavailable", "engine-fault", "cancelled"].includes(end.verdict);
  return (
    <div className="wb-notice">
      <p>
        <InlineCodeText text={end.message} />
      </p>
      {canHelp && (
        <button type="button" className="action quiet wb-small" onClick={retry}>
          {busyWords.retry}
        </button>
      )}
    </div>
  );
}
