import { useMemo } from "react";
import { compareWords } from "../../../../language/english/compare.ts";
import { useBenchParts } from "../bench-parts.ts";
import { laid } from "../two-folds/laid.ts";
import { LaidFolds } from "../two-folds/laid-folds.tsx";
import { sideOf } from "../two-folds/side.ts";
import { useComparison } from "./use-comparison.ts";

/** The learner's fold of the exercise's log beside the reference's, opened at the first step that differs. */
export function ReferenceCompare() {
  const { payload, session, exercise, bench, memory, check } = useBenchParts();
  const wasChecked = memory.passed !== null || memory.failures.length > 0 || bench.checking?.end != null;
  const { source } = bench.state.lesson;
  const { comparison, problem, again } = useComparison(payload, session, wasChecked ? source : null);
  const both = useMemo(() => {
    if (!comparison) return null;
    const { reference, mine, differing, ends } = comparison;
    const counts = new Set(differing);
    return laid(
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
      {source !== bench.source && <p className="wb-soft">{compareWords.stale}</p>}
      {problem !== null && (
        <p className="wb-row">
          <span>{problem}</span>
          <button type="button" className="action quiet wb-small" onClick={again}>
            {compareWords.again}
          </button>
        </p>
      )}
      {!both && problem === null && <p className="wb-soft">{compareWords.folding}</p>}
      {both && (
        <LaidFolds
          laid={both}
          view={exercise.view}
          {...(both.parting === null && both.other.trace.end.verdict === "ok" && { told: compareWords.same })}
        />
      )}
    </>
  );
}
