import type { Position } from "../../../engine/fold/event.ts";
import { reasonOfEnd, type TraceEnd, type TraceMessage, type Verdict } from "../../../engine/fold/trace.ts";
import { checkRefoldedWindow } from "../../../engine/long-fold/check-refolded-window.ts";
import { endedAfter, engineFault } from "../../../engine/sandbox/fold-failures.ts";
import type { RunRequest } from "../../../engine/sandbox/run-request.ts";
import { Refusal } from "../../errors.ts";
import { placed, stopOfLostLane, stoppedEnd } from "./fold-ends.ts";
import { type LaneStop, LaneStopped } from "./lane.ts";
import { LaneLost } from "./lane-group.ts";
import { longLimits } from "./limits.ts";
import type { LongFold } from "./long-fold.ts";
import { type ReadSlice, type Window, windowAround, windowBefore } from "./step-windows.ts";

/** Folds in the trace lane, in a slot of its own. */
export type FoldTrace = (request: RunRequest, emit: (message: TraceMessage) => void) => Promise<Verdict>;

/** What folding a part of a long fold again takes. */
export interface FoldAgain {
  read: ReadSlice;
  foldTrace: FoldTrace;
}

/** A fold has taken longer than `foldMilliseconds`. */
export class FoldTimedOut extends Error {}

/** The end of a fold that `error` ended; null if nothing did. Throws if the log or the server failed. */
export async function explainEnd(
  fold: LongFold,
  end: TraceEnd,
  error: unknown,
  again: FoldAgain,
): Promise<TraceEnd> {
  if (error === null) return foldLastWindow(fold, end, again);
  if (error instanceof FoldTimedOut) {
    return stoppedEnd(end, fold, endedAfter(longLimits.foldMilliseconds));
  }
  if (error instanceof LaneStopped) return explainStops(fold, end, [error.stopped], again);
  if (error instanceof LaneLost) {
    const stop = error.fate === "limit" ? endedAfter(longLimits.cpuMilliseconds) : engineFault();
    const stops = error.lanes.map((lane) => stopOfLostLane(lane, fold, stop));
    return explainStops(fold, end, stops, again);
  }
  throw error;
}

/** Folds the last window again, so that a run which remembers something outside its state is not called good. */
async function foldLastWindow(
  fold: LongFold,
  end: TraceEnd,
  { read, foldTrace }: FoldAgain,
): Promise<TraceEnd> {
  const lane = fold.lanes.find(({ keyframes }) => keyframes.frames.length > 1);
  // Not any partition: some may have no records.
  const place = lane?.partitions.findIndex((partition, i) => {
    const from = fold.slice.partitions.find((part) => part.partition === partition)?.from ?? 0;
    return (lane.next[i] as number) > from;
  });
  if (!lane || place === undefined || place < 0) return end;
  const partition = lane.partitions[place] as number;
  const offset = (lane.next[place] as number) - 1;
  let explained = end;
  const window = await windowAround(fold, { partition, offset }, read);
  await foldTrace(window.request, (message) => {
    if (message.kind !== "end") return;
    const compared = checkRefoldedWindow(message, window.expected, lastPosition(window));
    if (compared.verdict !== "ok")
      explained = { ...end, ...reasonOfEnd(compared), at: placed(compared, lane, window) };
  });
  return explained;
}

/** Folds again in the trace lane what a lane stopped at: that says where and why. One of `stops` is to blame. */
async function explainStops(
  fold: LongFold,
  end: TraceEnd,
  stops: LaneStop[],
  { read, foldTrace }: FoldAgain,
): Promise<TraceEnd> {
  for (const { lane, stop, at, next } of stops) {
    const position = at && { topic: fold.slice.topic, ...at };
    try {
      const window = await windowBefore(fold, lane, { next, at }, read);
      const stopped = await stoppedIn(window, foldTrace);
      if (stopped) {
        const explained = { ...end, ...reasonOfEnd(stopped), at: placed(stopped, lane, window) };
        return fold.input.scope === "all" ? withState(explained, stopped) : explained;
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    if (at) return stoppedEnd(end, fold, stop, { index: lane.folded, position });
  }
  return stoppedEnd(end, fold, (stops[0] as LaneStop).stop);
}

/** Where a window ends. */
export function lastPosition({ request }: Window): Position | null {
  return request.records.at(-1)?.position ?? null;
}

/** The end of a window that is folded again in the trace lane; null where it stops at nothing. */
async function stoppedIn(window: Window, foldTrace: FoldTrace): Promise<TraceEnd | null> {
  let stopped: TraceEnd | null = null;
  await foldTrace(window.request, (message) => {
    if (message.kind === "end" && message.verdict !== "ok") stopped = message;
  });
  return stopped;
}

/** The end of a fold of one state, gone on from its last keyframe with the steps of the window that stopped it. */
function withState(end: TraceEnd, { state, steps, skipped }: TraceEnd): TraceEnd {
  if (steps === 0) return end;
  return { ...end, state, steps: end.steps + steps, skipped: end.skipped + skipped };
}
