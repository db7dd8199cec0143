import type { TraceEnd } from "../../../engine/fold/trace.ts";
import type { Stop } from "../../../engine/sandbox/stops.ts";
import { recordsPerBatch } from "./incoming.ts";
import type { Lane, LaneStop } from "./lane.ts";
import type { LongFold } from "./long-fold.ts";
import type { Window } from "./windows.ts";

/** The end of a long fold that nothing has stopped; its state is still to be put in. */
export function endOf(fold: LongFold): TraceEnd {
  const { folded: steps, skipped } = fold;
  return { kind: "end", verdict: "ok", message: "", at: null, state: null, steps, skipped };
}

export function stoppedEnd(end: TraceEnd, { verdict, message, source }: Stop, at?: TraceEnd["at"]): TraceEnd {
  return { ...end, verdict, message, at: at ? { ...at, ...(source && { source }) } : null };
}

/** The place at which a window stopped, its steps counted with those before the window. */
export function placed({ at }: TraceEnd, lane: Lane, { folded }: Window): TraceEnd["at"] {
  return at && { ...at, index: folded === null ? lane.folded : folded + Math.max(0, at.index) };
}

/** Where a lane was when its process was killed: somewhere in the batch after what it had folded. */
export function lostIn(lane: Lane, { slice }: LongFold, stop: Stop): LaneStop {
  const next = lane.next.map((offset, place) => {
    const part = slice.partitions.find(({ partition }) => partition === lane.partitions[place]);
    return Math.min(part?.to ?? offset, offset + recordsPerBatch);
  });
  return { lane, stop, next, at: null };
}
