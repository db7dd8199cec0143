import type { Json } from "../../../engine/fold/json.ts";
import type { TraceEnd, Verdict } from "../../../engine/fold/trace.ts";
import { engineFault, type Failure } from "../../../engine/sandbox/fold-failures.ts";
import { runSentences } from "../../../engine/sentences/english/runs.ts";
import { joinMessages, sentencesFrom } from "../../../engine/sentences/message.ts";
import { Refusal } from "../../errors.ts";
import { recordsPerBatch } from "./incoming-records.ts";
import type { Lane, LaneStop } from "./lane.ts";
import type { LongFold } from "./long-fold.ts";
import type { Window } from "./step-windows.ts";

const says = sentencesFrom(runSentences);

/** The end of a fold of which only the initial state is known. */
export function emptyEnd(state: Json): TraceEnd {
  return { kind: "end", verdict: "ok", message: "", at: null, state, steps: 0, skipped: 0 };
}

/** The end of a long fold that nothing has stopped, with the state that it has kept, and the steps to that state. */
export async function endOfFold(fold: LongFold, initial: Json): Promise<TraceEnd> {
  const { folded: steps, skipped } = fold.reached;
  const { state, keys } = await fold.endState(initial);
  return { ...emptyEnd(state), steps, skipped, ...(keys !== undefined && { keys }) };
}

/** The end of a long fold that was stopped: at the first record that is not in its state, where `at` names no other. */
export function stoppedEnd(end: TraceEnd, fold: LongFold, stop: Failure, at?: TraceEnd["at"]): TraceEnd {
  const { source, ...reason } = stop;
  const { next } = fold.reached;
  const place = at ?? (next && { index: end.steps, position: next });
  return { ...end, ...reason, at: place && { ...place, ...(source && { source }) } };
}

/** Why a long fold could not go on although its code did nothing wrong: the log or the server failed. */
export function explainInterruption(fold: LongFold, error: unknown): Failure {
  if (!(error instanceof Refusal)) return engineFault();
  const { next, folded, skipped } = fold.reached;
  const total = fold.slice.partitions.reduce((sum, { from, to }) => sum + to - from, 0);
  const where = next
    ? says("fold-stopped-before", {
        offset: next.offset,
        partition: `${next.topic}-${next.partition}`,
        done: folded + skipped,
        total,
      })
    : says("last-part-unchecked", { total });
  return { verdict: verdictOf(error), ...joinMessages(where, error.detail, error.next) };
}

function verdictOf({ code }: Refusal): Verdict {
  if (code === "busy") return "busy";
  return code === "internal" ? "engine-fault" : "log-unavailable";
}

/** The place at which a window stopped, its steps counted with those before the window. */
export function placed({ at }: TraceEnd, lane: Lane, { folded }: Window): TraceEnd["at"] {
  return at && { ...at, index: folded === null ? lane.folded : folded + Math.max(0, at.index) };
}

/** Where a lane was when its process was killed: somewhere in the batch after what it had folded. */
export function stopOfLostLane(lane: Lane, { slice }: LongFold, stop: Failure): LaneStop {
  const next = lane.next.map((offset, place) => {
    const part = slice.partitions.find(({ partition }) => partition === lane.partitions[place]);
    return Math.min(part?.to ?? offset, offset + recordsPerBatch);
  });
  return { lane, stop, next, at: null };
}
