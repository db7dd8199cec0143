import type { TraceEnd } from "../../../../engine/fold/trace.ts";
import type { CheckEnd } from "../../../../engine/protocol/response-types.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import type { FoldedLog } from "../../exercise/folded-log.ts";
import { lastIndex } from "../state/grow-trace.ts";
import type { CodeStore } from "./code.ts";
import type { TapeStore } from "./tape.ts";

const ownLog: FoldedLog = { kind: "lesson" };

export type Folds = ReturnType<typeof createFolds>;

/** Folds of the exercise's own log, and of the log that is on the tape. For others see fold-other-logs.ts. */
export function createFolds(
  { exercise, records, whole }: Pick<ExercisePayload, "exercise" | "records" | "whole">,
  { $tape, $cursor, fold, touch }: TapeStore,
  { $source }: Pick<CodeStore, "$source">,
) {
  /** Keeps code that was run or checked as a version, except the starter. */
  const keep = (code: string, end: TraceEnd | CheckEnd) => {
    if (code !== exercise.starter) void keepVersion(exercise.id, code, end);
  };
  let runs = 0;
  return {
    keep,
    /** How often the learner has run the code on this page. */
    runs: () => runs,
    /** Folds the exercise's own log; `divergence` is the step at which it differs from the reference. */
    foldLesson(source: string, landing: "keep" | "end" | number, divergence: number | null = null) {
      const log = whole ?? ownLog;
      const tape = { kind: "lesson" as const, title: "", log, records: whole ? [] : records, divergence };
      fold({ source, log, tape, landing });
    },
    /** Folds the log that is on the tape again, with the code as it is now. */
    run() {
      runs += 1;
      touch();
      const { trace: _, source: __, ...same } = $tape.get();
      const source = $source.get();
      fold({
        source,
        log: same.log,
        tape: { ...same, divergence: null },
        landing: $cursor.get() < 0 ? "end" : "keep",
        ended: (end) => keep(source, end),
      });
    },
    /** Folds the log that is on the tape again by the same code: it has grown. */
    refold() {
      const { trace, source, ...same } = $tape.get();
      const landing = $cursor.get() >= lastIndex(trace) ? "end" : "keep";
      fold({ source, log: same.log, tape: same, landing });
    },
  };
}

/** Loaded with the first version to keep. */
async function keepVersion(exercise: string, source: string, end: TraceEnd | CheckEnd): Promise<void> {
  const keeping = await import("../../exercise/code-versions/keep-version.ts").catch(() => null);
  keeping?.keepVersion(exercise, source, end.verdict, "passed" in end ? end.passed : null);
}
