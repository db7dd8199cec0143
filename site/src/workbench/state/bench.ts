import type { Position, RawRecord } from "../../../../engine/fold/event.ts";
import type { Progress, Trace, TraceEnd, TraceMessage } from "../../../../engine/fold/trace.ts";
import type { FoldedLog } from "../../session/session.ts";
import { advance, isLong, type LongFold, openLong, openWindow, seek, toldBy } from "./long.ts";
import { emptyTrace, foldedNothing, lastIndex, receive, stepAt } from "./trace.ts";

/** A log with the fold that is looked at. */
export interface Tape {
  /** `lesson` is the exercise's log; `smallest` a log that fails a check; `own` a topic of the learner's. */
  kind: "lesson" | "smallest" | "own";
  /** Says which log it is, when it is not the lesson's. */
  title: string;
  /** How to ask for the same log again. */
  log: FoldedLog;
  /** Empty for a topic of the learner's: its records come with the steps. */
  records: RawRecord[];
  trace: Trace;
  /** The step at which the fold parts from the reference, once a check has found it. */
  divergence: number | null;
  /** The source that was folded, so that the page can say when the code has moved on. */
  source: string;
  /** Only of a fold too long for all its steps: `trace` then holds those around one record. */
  long?: LongFold;
}

/** A run on its way. What has arrived is shown once it reaches the cursor, so that a rerun does not flicker. */
interface Running {
  id: number;
  tape: Omit<Tape, "trace">;
  arrived: Trace | null;
  /** Where the cursor goes when the run has ended; `keep` leaves it where the learner put it. */
  landing: Landing;
  /** How far a long fold has come, and where its breakpoint began to hold. */
  progress: Progress | null;
  breaks: Position[];
}

/** Where a run leaves the cursor: at a step, or at the step that folds a record. */
export type Landing = "keep" | "end" | number | Position;

export interface BenchState {
  tape: Tape;
  /** The lesson's own tape, to come back to. */
  lesson: Tape;
  /** Index of the step folded last, -1 before the first. */
  cursor: number;
  /** Where the cursor stood on the lesson's log when another was opened. */
  lessonCursor: number;
  playing: boolean;
  running: Running | null;
  /** How the last run ended when it had no fold to show; the fold before it stays on screen. */
  refused: TraceEnd | null;
}

export type BenchAction =
  | { type: "go"; to: number }
  | { type: "play" }
  | { type: "pause" }
  /** One step of playing; it stops after the steps in `breaks`. */
  | { type: "tick"; breaks: number[] }
  | { type: "run"; id: number; tape: Omit<Tape, "trace">; landing: Running["landing"] }
  | { type: "arrive"; id: number; messages: TraceMessage[] }
  | { type: "abandon"; id: number }
  | { type: "diverge"; index: number | null }
  | { type: "back" }
  /** Stands at another place of a long fold. */
  | { type: "seek"; place: number; playing: boolean }
  /** The steps around a place of a long fold, or why there are none. */
  | { type: "window"; runId: string; trace: Trace; place: number; places: number[]; stopped: number | null };

export function openBench(records: RawRecord[], trace: Trace, source: string): BenchState {
  const tape: Tape = {
    kind: "lesson",
    title: "",
    log: { kind: "lesson" },
    records,
    trace,
    divergence: null,
    source,
  };
  return { tape, lesson: tape, cursor: -1, lessonCursor: -1, playing: false, running: null, refused: null };
}

export function bench(state: BenchState, action: BenchAction): BenchState {
  switch (action.type) {
    case "go":
      return { ...state, cursor: clamp(action.to, state.tape.trace), playing: false };
    case "play": {
      const atEnd = state.cursor >= lastIndex(state.tape.trace);
      return { ...state, playing: true, cursor: atEnd ? -1 : state.cursor };
    }
    case "pause":
      return { ...state, playing: false };
    case "tick": {
      if (!state.playing) return state;
      const cursor = clamp(state.cursor + 1, state.tape.trace);
      return {
        ...state,
        cursor,
        playing: cursor < lastIndex(state.tape.trace) && !action.breaks.includes(cursor),
      };
    }
    case "run":
      return {
        ...state,
        playing: false,
        running: {
          ...{ id: action.id, tape: action.tape, arrived: null, landing: action.landing },
          ...{ progress: null, breaks: [] },
        },
      };
    case "arrive":
      return arrive(state, action.id, action.messages);
    case "abandon":
      return state.running?.id === action.id ? { ...state, running: null } : state;
    case "diverge": {
      const lesson = { ...state.lesson, divergence: action.index };
      return state.tape.kind === "lesson" ? { ...state, lesson, tape: lesson } : { ...state, lesson };
    }
    case "back":
      return {
        ...state,
        tape: state.lesson,
        cursor: clamp(state.lessonCursor, state.lesson.trace),
        playing: false,
      };
    case "seek": {
      const { tape } = state;
      if (!tape.long) return state;
      const { long, cursor } = seek(tape.long, action.place);
      const { playing } = action;
      return { ...state, tape: { ...tape, long }, cursor: cursor ?? state.cursor, playing };
    }
    case "window":
      return openedAt(state, action);
  }
}

function openedAt(state: BenchState, action: Extract<BenchAction, { type: "window" }>): BenchState {
  const { tape } = state;
  const { trace } = action;
  if (tape.long?.runId !== action.runId) return state;
  if (foldedNothing(trace) && action.stopped === null) {
    const long = { ...tape.long, loading: false, problem: trace.end };
    return { ...state, tape: { ...tape, long }, playing: false };
  }
  const { long, cursor } = openWindow(trace, tape.long, action);
  return { ...state, tape: { ...tape, trace, long }, cursor };
}

function arrive(state: BenchState, id: number, messages: TraceMessage[]): BenchState {
  const { running } = state;
  if (running?.id !== id) return state;
  const arrived = receive(running.arrived ?? emptyTrace(state.tape.trace), messages);
  const told = toldBy(messages);
  const progress = told.progress ?? running.progress;
  const breaks = [...running.breaks, ...told.breaks];
  const ended = messages.some((message) => message.kind === "end");
  if (ended && foldedNothing(arrived)) return { ...state, running: null, refused: arrived.end };
  const isOther = running.tape.kind !== state.tape.kind || running.tape.title !== state.tape.title;
  // Another log is shown at once. A rerun of the same log that leaves the cursor where it is is shown when it is whole:
  // whoever steps meanwhile must not be stopped at what has arrived.
  const follows = running.landing !== "keep" && arrived.steps.length > state.cursor;
  // Of a long fold the one before is gone: its steps could not be asked for any more.
  const show = ended || isOther || follows || isLong(arrived, progress);
  const next: BenchState = {
    ...state,
    running: ended ? null : { ...running, arrived, progress, breaks },
    refused: null,
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
    cursor: clamp(isOther ? -1 : state.cursor, arrived),
  };
  if (tape.long) return { ...shown, cursor: tape.trace === state.tape.trace ? state.cursor : -1 };
  return ended
    ? { ...shown, cursor: clamp(destination(shown.cursor, running.landing, arrived), arrived) }
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

function clamp(to: number, trace: Trace): number {
  return Math.max(-1, Math.min(to, lastIndex(trace)));
}
