import { atom, computed } from "nanostores";
import type { LinesMessage } from "../../../../engine/line-coverage/line-coverage-messages.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import type { WaitingRun } from "../../session/session-interface.ts";
import type { SessionStore } from "../../session/session-store.ts";
import { type ExecutedLines, executedLinesAt } from "../code/executed-lines/executed-lines.ts";
import type { CodeStore } from "./code.ts";
import { onChange } from "./on-change.ts";
import type { TapeStore } from "./tape.ts";

const nothing: ExecutedLines = { lines: new Map(), end: null };

/**
 * The lines of code that ran for the step under the cursor. They are requested once for each fold, after it has ended, when
 * the learner has used the workbench and sees the code: somebody who only reads the page causes no extra fold.
 */
export function createExecutedLines(
  payload: ExercisePayload,
  { $session }: Pick<SessionStore, "$session">,
  { $tape, $trace, $cursor, $isRunning, $touched }: TapeStore,
  { $form, $stale }: Pick<CodeStore, "$form" | "$stale">,
) {
  const $received = atom(nothing);
  const $isVisible = atom(false);
  const $wanted = computed(
    [$isVisible, $touched, $isRunning, $form, $stale],
    (inSight, touched, running, form, stale) => inSight && touched && !running && form === "code" && !stale,
  );
  const $isLoading = computed($tape, ({ long }) => long?.loading ?? false);
  const $end = computed($received, ({ end }) => end);
  const $lit = computed([$received, $cursor, $touched, $stale], (received, cursor, begun, stale) =>
    executedLinesAt(received, cursor, { begun, stale }),
  );

  const ask = () =>
    onChange([$session, $wanted, $trace, $isLoading, $end], (session, wanted, trace, isLoading, end) => {
      if (!session || !wanted || end !== null) return;
      const lines = new Map<number, number[]>();
      const hear = (message: LinesMessage | WaitingRun) => {
        if (message.kind === "lines") lines.set(message.index, message.lines);
        else if (message.kind === "end") $received.set({ lines, end: message });
      };
      const { source, log, long } = $tape.get();
      // The page holds only the steps around one record of a long fold.
      const record = trace.steps[Math.max(0, $cursor.get())]?.position;
      if (long && (isLoading || !record)) return;
      const handle =
        long && record
          ? session.windowLines({ runId: long.runId, place: long.at, ...record }, hear)
          : session.lines({ payload, source, log }, hear);
      return () => handle.cancel();
    });

  return {
    /** The lines to light, counted from 1. */
    $lines: computed($lit, ({ lines }) => lines),
    /** The sentence about them. */
    $words: computed($lit, ({ words }) => words),
    /** The code is on screen: a narrow screen hides it behind a tab. */
    setVisible: () => $isVisible.set(true),
    start() {
      const stops = [onChange([$trace], () => $received.set(nothing)), ask()];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
