import { atom, computed } from "nanostores";
import { applyPatch } from "../../../../engine/fold/json-patch.ts";
import { stateAt } from "../../../../engine/fold/states-of-trace.ts";
import type { TraceEnd, TraceMessage } from "../../../../engine/fold/trace.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import type { FoldedLog } from "../../exercise/folded-log.ts";
import type { Handle, Waiting } from "../../session/session-interface.ts";
import type { SessionStore } from "../../session/session-store.ts";
import { lastIndex } from "../state/grow-trace.ts";
import { reduceTape } from "../state/tape-reducer.ts";
import { openTapeState, type StepAfterRun, type Tape, type TapeAction } from "../state/tape-state.ts";

/** A fold to put on the tape. */
export interface Fold {
  source: string;
  log: FoldedLog;
  tape: Omit<Tape, "trace" | "source">;
  landing: StepAfterRun;
  /** Called when the fold has ended; not called when it was cancelled. */
  ended?(end: TraceEnd): void;
}

export type TapeStore = ReturnType<typeof createTape>;

let runs = 0;

/** The log on the tape with its fold, the cursor, and the run in progress. */
export function createTape(payload: ExercisePayload, session: SessionStore) {
  const $state = atom(openTapeState(payload.records, payload.trace, payload.exercise.starter));
  const $tape = computed($state, ({ tape }) => tape);
  const $cursor = computed($state, ({ cursor }) => cursor);
  const $trace = computed($tape, ({ trace }) => trace);
  const $running = computed($state, ({ running }) => running);
  const $stepOf = computed($tape, ({ stepOf }) => stepOf);
  const $around = computed([$trace, $cursor, $stepOf], (trace, cursor, stepOf) => {
    const before = stateAt(trace, Math.max(-1, cursor - 1));
    const step = trace.steps[cursor];
    const around = { before, after: step ? applyPatch(before, step.patch) : before, step };
    return stepOf ? stepOf(around, trace.start.entry) : around;
  });
  const $refused = computed($state, ({ refused }) => refused);
  const $interactions = atom(0);
  const $waiting = atom<Waiting | null>(null);
  const dispatch = (action: TapeAction) => $state.set(reduceTape($state.get(), action));
  let handle: Handle | null = null;
  let newest = 0;

  /** Starts a fold and cancels the one in progress. Its messages are applied once per animation frame. */
  const fold = ({ source, log, tape, landing, ended }: Fold) => {
    const folds = session.$session.get();
    if (!folds) return;
    handle?.cancel();
    $waiting.set(null);
    const id = ++runs;
    newest = id;
    let arrived: TraceMessage[] = [];
    let frame = 0;
    const flush = () => {
      cancelAnimationFrame(frame);
      frame = 0;
      const messages = arrived;
      arrived = [];
      dispatch({ type: "arrive", id, messages });
    };
    dispatch({ type: "run", id, tape: { ...tape, source }, landing });
    handle = folds.run({ payload, source, log }, (message) => {
      if (message.kind === "waiting") return $waiting.set(message.waiting);
      arrived.push(message);
      // A background tab gets no frames, and the end has to arrive there too.
      if (message.kind === "end") {
        flush();
        ended?.(message);
      } else if (frame === 0) frame = requestAnimationFrame(flush);
    });
  };

  /** Cancels the run in progress. */
  const abandon = () => {
    handle?.cancel();
    $waiting.set(null);
    dispatch({ type: "abandon", id: newest });
  };

  return {
    $state,
    $tape,
    $trace,
    /** Index of the step folded last, -1 before the first. */
    $cursor,
    $running,
    $isRunning: computed($running, (running) => running !== null),
    $playing: computed($state, ({ playing }) => playing),
    $refused,
    /** Why the fold on screen stopped, or why the last run gave no fold; null if neither happened. */
    $failure: computed([$refused, $trace], (refused, { end }) => {
      return refused ?? (end.verdict === "ok" ? null : end);
    }),
    /** The code that the failure is about. */
    $failedSource: computed($state, ({ refused, refusedSource, tape }) =>
      refused ? refusedSource : tape.source,
    ),
    /** The last step that the cursor can stand on. */
    $last: computed($trace, lastIndex),
    /** The step under the cursor, the state before it, and after it. Where another log is folded by key: those of its key. */
    $step: computed($around, ({ step }) => step),
    $before: computed($around, ({ before }) => before),
    $after: computed($around, ({ after }) => after),
    /** How often the learner has moved the tape, run or checked on this page. */
    $interactions,
    $touched: computed($interactions, (count) => count > 0),
    touch: () => $interactions.set($interactions.get() + 1),
    /** What the run waits for at the server. */
    $waiting,
    dispatch,
    fold,
    abandon,
    /** Back to the exercise's own log. A fold of another log that is in progress is cancelled: its messages would bring that log back. */
    back() {
      const { running } = $state.get();
      if (running && running.tape.kind !== "lesson") abandon();
      dispatch({ type: "back" });
    },
    stop: abandon,
  };
}
