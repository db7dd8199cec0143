import { type CaptureState, changesNotFlushed } from "../../../../engine/labs/change-capture/evolve.ts";
import { captureLimits } from "../../../../engine/labs/change-capture/limits.ts";
import { captureWords as words } from "../../../../language/english/capture-lab.ts";
import { inPageLanguage } from "../../language/engine-sentences.ts";
import { useStore } from "../../ui/use-store.ts";
import type { CaptureStore } from "./capture-store.ts";

/** Whether the worker runs, what a kill would bring twice, and the way to start and to kill it. */
export function WorkerSection({ lab, state }: { lab: CaptureStore; state: CaptureState }) {
  const live = useStore(lab.$live);
  const busy = useStore(lab.$underWay, (types) => types.length > 0);
  const canAct = live && !busy;
  const { worker, message, slot, publication, startMilliseconds, changes, flushedLsn } = state;
  const again = changes.filter((change) => change.again).length;
  return (
    <section aria-labelledby="capture-worker">
      <h2 id="capture-worker">{words.capture}</h2>
      <p className="lab-lead">{words.captureLead}</p>
      <p
        role="status"
        className={worker === "killed" || worker === "failed" ? "lab-notice bad" : "lab-notice"}
      >
        {worker === "killed" && flushedLsn === null ? words.killedEarly : words.worker[worker]}{" "}
        {message && inPageLanguage(message).message}
      </p>
      <div className="lab-form">
        {slot === null && (
          <button
            type="button"
            className="action"
            disabled={!canAct}
            onClick={() => void lab.send("StartCapture")}
          >
            {words.start}
          </button>
        )}
        {worker === "streaming" && (
          <button
            type="button"
            className="action quiet"
            disabled={!canAct}
            onClick={() => void lab.send("KillWorker")}
          >
            {words.kill}
          </button>
        )}
        {slot !== null && (worker === "killed" || worker === "failed") && (
          <button
            type="button"
            className="action"
            disabled={!canAct}
            onClick={() => void lab.send("StartWorker")}
          >
            {words.restart}
          </button>
        )}
      </div>
      {worker === "streaming" && (
        <p className="lab-soft">
          {flushedLsn === null
            ? words.snapshotNotFlushed(captureLimits.flushEverySeconds)
            : words.notFlushed(changesNotFlushed(state).length)}{" "}
          {startMilliseconds !== null && words.startTook(startMilliseconds)}
        </p>
      )}
      {again > 0 && <p>{words.again(again)}</p>}
      {slot && <p className="lab-soft capture-names">{words.named(slot, publication ?? "")}</p>}
    </section>
  );
}
