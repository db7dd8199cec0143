import type { Trace, TraceMessage } from "../../../../engine/fold/trace.ts";
import { addMessages, clampToTrace, emptyTrace, isEmptyTrace, lastIndex, stepAt } from "./grow-trace.ts";
import { advance, isLong, type LongFold, lastReports, openLong } from "./long-fold.ts";
import type { Running, Tape, TapeState } from "./tape-state.ts";

/** The tape once messages of the run `id` have arrived; those of any other run change nothing. */
export function addTraceMessages(state: TapeState, id: number, messages: TraceMessage[]): TapeState {
  const { running } = state;
  if (running?.id !== id) return state;
  const arrived = addMessages(running.arrived ?? emptyTrace(state.tape.trace), messages);
  const told = lastReports(messages);
  const progress = told.progress ?? running.progress;
  const breaks = [...running.breaks, ...told.breaks];
  const ended = messages.some((message) => message.kind === "end");
  if (ended && isEmptyTrace(arrived))
    return { ...state, running: null, refused: arrived.end, refusedSource: running.tape.source };
  const isOther = running.tape.kind !== state.tape.kind || running.tape.title !== state.tape.title;
  // Another log is shown at once. A rerun of the same log that leaves the cursor where it is is shown when it is whole:
  // whoever steps meanwhile must not be stopped at what has arrived.
  const follows = running.landing !== "keep" && arrived.steps.length > state.cursor;
  // Of a long fold the one before is gone: its steps could not be asked for any more.
  const show = ended || isOther || follows || isLong(arrived, progress);
  const next: TapeState = {
    ...state,
    running: ended ? null : { ...running, arrived, progress, breaks },
    refused: null,
    refusedSource: null,
  };
  if (!show) return next;
  const { long: _, ...shownTape } = running.tape;
  const whole = { end: ended ? arrived.end : null, progress, breaks };
  const tape: Tape = {
    ...shownTape,
    trace: arrived,
    ...(isLong(arrived, progress) && longPart(state.tape, running, arrived, whole)),
  };
  const leaving = state.tape.kind === "lesson" && isOther;
  const shown = {
    ...next,
    tape,
    lesson: tape.kind === "lesson" ? tape : state.lesson,
    lessonCursor: leaving ? state.cursor : state.lessonCursor,
    cursor: clampToTrace(isOther ? -1 : state.cursor, arrived),
  };
  if (tape.long) return { ...shown, cursor: tape.trace === state.tape.trace ? state.cursor : -1 };
  return ended
    ? { ...shown, cursor: clampToTrace(destination(shown.cursor, running.landing, arrived), arrived) }
    : shown;
}

/** The long fold of a run, as far as it has come: at its end at the record that stopped it, else where the run was to land. */
function longPart(
  before: Tape,
  { landing, tape }: Running,
  arrived: Trace,
  whole: Parameters<typeof advance>[1],
): Pick<Tape, "trace"> & { long: LongFold } {
  const same = before.long?.runId === arrived.start.runId;
  const { long, trace } =
    same && before.long ? { long: before.long, trace: before.trace } : openLong(arrived);
  const last = Number.MAX_SAFE_INTEGER;
  const lands = landing === "keep" ? (tape.long?.at ?? -1) : landing;
  // A place among millions is not known by its record alone: the end is as near.
  const known = arrived.end.verdict === "ok" && typeof lands === "number";
  return { trace, long: advance(long, whole, known ? lands : last) };
}

/** Where a finished run leaves the cursor: at the step where it stopped, else where the request said. */
function destination(cursor: number, landing: Running["landing"], trace: Trace): number {
  if (trace.end.verdict !== "ok" && trace.end.at) return trace.end.at.index;
  if (typeof landing === "number") return landing;
  if (typeof landing === "object") return stepAt(trace, landing);
  return landing === "end" ? lastIndex(trace) : cursor;
}
