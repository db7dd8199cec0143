import { useMemo } from "react";
import { compareWords } from "../../../../language/english/compare.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { useStore } from "../../ui/use-store.ts";
import { alignFolds } from "../two-folds/aligned-folds.ts";
import { AlignedFoldsView } from "../two-folds/aligned-folds-view.tsx";
import { sideOf } from "../two-folds/fold-side.ts";
import { useWorkbench } from "../workbench-context.ts";
import { useComparison } from "./use-comparison.ts";

/** The learner's fold of the exercise's log beside the reference's, opened at the first step that differs. */
export function ReferenceCompare() {
  const { payload, exercise, tape, code, checks, memory, check, ...workbench } = useWorkbench();
  const session = useStore(workbench.session.$session);
  const wasCheckedBefore = useStore(
    memory.$value,
    ({ passed, failures }) => passed !== null || failures.length > 0,
  );
  const hasResult = useStore(checks.$checking, (checking) => checking?.end != null);
  const wasChecked = wasCheckedBefore || hasResult;
  const source = useStore(tape.$state, ({ lesson }) => lesson.source);
  const now = useStore(code.$source);
  const { comparison, problem, again } = useComparison(payload, session, wasChecked ? source : null);
  const both = useMemo(() => {
    if (!comparison) return null;
    const { reference, mine, differing, ends } = comparison;
    const counts = new Set(differing);
    return alignFolds(
      sideOf(compareWords.theirs, payload.records, reference),
      sideOf(compareWords.mine, payload.records, mine),
      { step: (index) => counts.has(index), ends: { one: ends.reference, other: ends.mine } },
    );
  }, [comparison, payload]);
  if (!wasChecked) {
    return (
      <p className="wb-row">
        <span>{compareWords.notYet}</span>
        <button type="button" className="action quiet wb-small" onClick={check}>
          {compareWords.toCheck}
        </button>
      </p>
    );
  }
  return (
    <>
      {source !== now && <p className="wb-soft">{compareWords.stale}</p>}
      {problem !== null && (
        <p className="wb-row">
          <span>
            <InlineCodeText text={problem} />
          </span>
          <button type="button" className="action quiet wb-small" onClick={again}>
            {compareWords.again}
          </button>
        </p>
      )}
      {!both && problem === null && <p className="wb-soft">{compareWords.folding}</p>}
      {both && (
        <AlignedFoldsView
          aligned={both}
          view={exercise.view}
          {...(both.divergence === null &&
            both.other.trace.end.verdict === "ok" && { divergence: compareWords.same })}
        />
      )}
    </>
  );
}
