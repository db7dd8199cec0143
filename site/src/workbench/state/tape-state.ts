import type { Position, RawRecord } from "../../../../engine/fold/event.ts";
import type { Entry, Progress, Trace, TraceEnd, TraceMessage } from "../../../../engine/fold/trace.ts";
import type { FoldedLog } from "../../exercise/folded-log.ts";
import type { LongFold } from "./long-fold.ts";
import type { StepStates } from "./state-of-key.ts";

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
  /** Of another log that is folded by key: the step as one of its key alone. */
  stepOf?(around: StepStates, entry: Entry): StepStates;
  /** Only of a fold too long for all its steps: `trace` then holds those around one record. */
  long?: LongFold;
}

/** A run on its way. What has arrived is shown once it reaches the cursor, so that a rerun does not flicker. */
export interface Running {
  id: number;
  tape: Omit<Tape, "trace">;
  arrived: Trace | null;
  /** Where the cursor goes when the run has ended; `keep` leaves it where the learner put it. */
  landing: StepAfterRun;
  /** How far a long fold has come, and where its breakpoint began to hold. */
  progress: Progress | null;
  breaks: Position[];
}

/** Where a run leaves the cursor: at a step, or at the step that folds a record. */
export type StepAfterRun = "keep" | "end" | number | Position;

export interface TapeState {
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
  /** The source of that run. */
  refusedSource: string | null;
}

export type TapeAction =
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

export function openTapeState(records: RawRecord[], trace: Trace, source: string): TapeState {
  const tape: Tape = {
    kind: "lesson",
    title: "",
    log: { kind: "lesson" },
    records,
    trace,
    divergence: null,
    source,
  };
  return {
    tape,
    lesson: tape,
    cursor: -1,
    lessonCursor: -1,
    playing: false,
    running: null,
    refused: null,
    refusedSource: null,
  };
}
