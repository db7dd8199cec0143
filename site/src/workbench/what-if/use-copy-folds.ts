import { useMemo, useRef } from "react";
import type { RawRecord } from "../../../../engine/fold/event.ts";
import type { Command } from "../../../../engine/fold/trace.ts";
import { whatIfWords } from "../../../../language/english/what-if.ts";
import { type BenchParts, useBenchParts } from "../bench-parts.ts";
import { type Laid, laid } from "../two-folds/laid.ts";
import { type Side, sideOf } from "../two-folds/side.ts";
import { type FoldToLay, useSides } from "../two-folds/use-sides.ts";
import { type Copy, foldedOf, isUnchanged } from "./copy.ts";

interface CopyFolds {
  /** Null until a copy was folded. */
  laid: Laid | null;
  /** The copy that was folded: the newest, or the one before while that is on its way. */
  folded: Copy;
  problem: string | null;
  waiting: number;
}

/** The fold on the tape beside the copy's, both by the code that folded the tape. `isWhole`: nothing of it was cut off. */
export function useCopyFolds(
  log: { records: RawRecord[]; keys: string[]; isWhole: boolean },
  copy: Copy,
): CopyFolds {
  const { payload, session, bench } = useBenchParts();
  const { trace, source } = bench.state.tape;
  const { records, keys, isWhole } = log;
  const commands = commandsOf(bench.state.tape.log, payload);
  const folds = useMemo((): FoldToLay[] => {
    const folded = foldedOf(copy);
    const foldOf = (name: string, what: { records: RawRecord[]; keys: string[] }): FoldToLay => ({
      ...{ name, source, ...what },
      log: { kind: "records", records: what.records, ...(commands && { commands }) },
    });
    return [
      ...(isWhole ? [] : [foldOf(whatIfWords.log, { records, keys })]),
      ...(isWhole && isUnchanged(copy) ? [] : [foldOf(whatIfWords.copy, folded)]),
    ];
  }, [copy, source, commands, records, keys, isWhole]);
  const { sides, of, problem, waiting } = useSides(payload, session, folds);
  const both = useMemo(() => {
    const onTape = sideOf(whatIfWords.log, records, trace, { keys });
    // Nothing to fold: what is on the tape is beside itself.
    if (folds.length === 0) return laid(onTape, { ...onTape, name: whatIfWords.copy });
    const [first, second] = sides ?? [];
    if (!first || of !== folds) return null;
    const pair: [Side, Side | undefined] = isWhole ? [onTape, first] : [first, second ?? first];
    return pair[1] ? laid(pair[0], pair[1]) : null;
  }, [sides, of, folds, trace, records, keys, isWhole]);
  // While another fold is on its way the one before stays on screen, and the focus in it.
  const last = useRef({ laid: both, folded: copy });
  if (both) last.current = { laid: both, folded: copy };
  return { ...last.current, problem, waiting };
}

/** The commands that the fold on the tape had. */
function commandsOf(
  log: BenchParts["bench"]["state"]["tape"]["log"],
  { exercise }: BenchParts["payload"],
): Command[] | undefined {
  if (log.kind === "given") return log.given.commands;
  return log.kind === "records" ? log.commands : exercise.commands;
}
