import type { Target } from "../../../../engine/labs/retention-and-compaction/facts.ts";
import { retentionWords as words } from "../../../../language/english/retention-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import type { RetentionStore } from "./retention-store.ts";

const everyMs = 1_000;

/** Starts and stops the flow of events. */
export function StreamButton({ lab, to }: { lab: RetentionStore; to: Target }) {
  const live = useStore(lab.$live);
  const running = useStore(lab.$screen, ({ state }) => state.streams[to]);
  const stopped = useStore(lab.$screen, ({ state }) => state.stopped[to]);
  return (
    <>
      <button
        type="button"
        className="action"
        disabled={!live}
        onClick={() =>
          void (running === undefined
            ? lab.send("StartStream", { to, everyMs })
            : lab.send("StopStream", { to }))
        }
      >
        {running === undefined ? words.start : words.stop}
      </button>
      {running !== undefined && <span className="lab-soft">{words.flowing(running)}</span>}
      {running === undefined && stopped && stopped !== "asked" && <span>{words.stopped[stopped]}</span>}
    </>
  );
}
