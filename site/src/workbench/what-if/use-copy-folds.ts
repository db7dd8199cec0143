import { useMemo, useRef } from "react";
import type { RawRecord } from "../../../../engine/fold/event.ts";
import type { Command } from "../../../../engine/fold/trace.ts";
import { whatIfWords } from "../../../../language/english/what-if.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import type { FoldedLog } from "../../exercise/folded-log.ts";
import type { Waiting } from "../../session/session-interface.ts";
import { useStore } from "../../ui/use-store.ts";
import { type AlignedFolds, alignFolds } from "../two-folds/aligned-folds.ts";
import { type Side, sideOf } from "../two-folds/fold-side.ts";
import { type FoldToAlign, useFoldSides } from "../two-folds/use-fold-sides.ts";
import { useWorkbench } from "../workbench-context.ts";
import { foldedFromTrace, isUnchanged, type LogCopy } from "./log-copy.ts";

interface CopyFolds {
  /** Null until a copy was folded. */
  aligned: AlignedFolds | null;
  /** The copy that was folded: the newest, or the one before while that is on its way. */
  folded: LogCopy;
  problem: string | null;
  waiting: Waiting | null;
}

/** The fold on the tape beside the copy's, both by the code that folded the tape. `isWhole`: nothing of it was cut off. */
export function useCopyFolds(
  log: { records: RawRecord[]; keys: string[]; isWhole: boolean },
  copy: LogCopy,
): CopyFolds {
  const { payload, ...workbench } = useWorkbench();
  const session = useStore(workbench.session.$session);
  const tape = useStore(workbench.tape.$tape);
  const { trace, source } = tape;
  const { records, keys, isWhole } = log;
  const commands = commandsOf(tape.log, payload);
  const scope = "scope" in tape.log ? tape.log.scope : undefined;
  const folds = useMemo((): FoldToAlign[] => {
    const folded = foldedFromTrace(copy);
    const foldOf = (name: string, what: { records: RawRecord[]; keys: string[] }): FoldToAlign => ({
      name,
      source,
      ...what,
      log: { kind: "records", records: what.records, ...(scope && { scope }), ...(commands && { commands }) },
    });
    return [
      ...(isWhole ? [] : [foldOf(whatIfWords.log, { records, keys })]),
      ...(isWhole && isUnchanged(copy) ? [] : [foldOf(whatIfWords.copy, folded)]),
    ];
  }, [copy, source, commands, scope, records, keys, isWhole]);
  const { sides, of, problem, waiting } = useFoldSides(payload, session, folds);
  const both = useMemo(() => {
    const onTape = sideOf(whatIfWords.log, records, trace, { keys });
    // Nothing to fold: what is on the tape is beside itself.
    if (folds.length === 0) return alignFolds(onTape, { ...onTape, name: whatIfWords.copy });
    const [first, second] = sides ?? [];
    if (!first || of !== folds) return null;
    const pair: [Side, Side | undefined] = isWhole ? [onTape, first] : [first, second ?? first];
    return pair[1] ? alignFolds(pair[0], pair[1]) : null;
  }, [sides, of, folds, trace, records, keys, isWhole]);
  // While another fold is on its way the one before stays on screen, and the focus in it.
  const last = useRef({ aligned: both, folded: copy });
  if (both) last.current = { aligned: both, folded: copy };
  return { ...last.current, problem, waiting };
}

/** The commands that the fold on the tape had. */
function commandsOf(log: FoldedLog, { exercise }: ExercisePayload): Command[] | undefined {
  if (log.kind === "given") return log.given.commands;
  return log.kind === "records" ? log.commands : exercise.commands;
}
