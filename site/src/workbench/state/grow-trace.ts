import type { Position } from "../../../../engine/fold/event.ts";
import type { Trace, TraceMessage } from "../../../../engine/fold/trace.ts";

/** A trace of which nothing has arrived; until its start does, the frame of `like` stands in. */
export function emptyTrace(like: Trace): Trace {
  const end = {
    kind: "end" as const,
    verdict: "ok" as const,
    message: "",
    at: null,
    state: like.start.state,
    steps: 0,
    skipped: 0,
  };
  return { start: like.start, steps: [], keyframes: [], end };
}

/** A trace with more messages of its run. Copies once for a batch: a trace that was drawn never changes. */
export function addMessages(trace: Trace, messages: TraceMessage[]): Trace {
  const next: Trace = { ...trace, steps: [...trace.steps], keyframes: [...trace.keyframes] };
  for (const message of messages) {
    if (message.kind === "start") next.start = message;
    else if (message.kind === "step") next.steps.push(message);
    else if (message.kind === "keyframe") next.keyframes.push(message);
    else if (message.kind === "end") next.end = message;
  }
  return next;
}

/** A run that ended before it could fold anything has no fold to show, only its sentence. */
export function isEmptyTrace(trace: Trace): boolean {
  const { verdict, at } = trace.end;
  return (
    verdict !== "ok" &&
    trace.steps.length === 0 &&
    (at === null || at.index < 0 || verdict === "compile-error")
  );
}

/**
 * The last step the cursor can stand on: the last one folded, or the one that failed, which shows the state before it
 * and why it stopped.
 */
export function lastIndex(trace: Trace): number {
  const { at, verdict } = trace.end;
  return verdict !== "ok" && at && at.index >= trace.steps.length
    ? trace.steps.length
    : trace.steps.length - 1;
}

/** The nearest index that the cursor can stand on. */
export function clampToTrace(index: number, trace: Trace): number {
  return Math.max(-1, Math.min(index, lastIndex(trace)));
}

/** Whether the step at `index` is the one at which the fold stopped. */
export function stoppedAt(trace: Trace, index: number): boolean {
  return trace.end.verdict !== "ok" && trace.end.at !== null && index >= trace.steps.length;
}

/**
 * The index of the step that folds the record at a place of the trace's one topic; where the record is not folded that
 * of the last before it in its partition, -1 where there is none.
 */
export function stepAt(
  { steps }: Trace,
  { partition, offset }: Pick<Position, "partition" | "offset">,
): number {
  return steps.findLastIndex(
    ({ position }) => position !== null && position.partition === partition && position.offset <= offset,
  );
}
