import { useMemo } from "react";
import { placeCase } from "../../../../engine/grading/cases.ts";
import type { CheckOutcome } from "../../../../engine/protocol/answers.ts";
import { lawFoldsWords, twoFoldsWords } from "../../../../language/english/two-folds.ts";
import { useBenchParts } from "../bench-parts.ts";
import { laid } from "./laid.ts";
import { LaidFolds } from "./laid-folds.tsx";
import { type FoldToLay, useSides } from "./use-sides.ts";

export interface LawFoldsProps {
  outcome: CheckOutcome;
  /** What was checked. */
  source: string;
}

/** The two folds by which a law of the house was found broken: the one it goes by, and the one that parts from it. */
export function LawFolds({ outcome, source }: LawFoldsProps) {
  const { payload, session, exercise } = useBenchParts();
  const folds = useMemo((): FoldToLay[] => {
    const names = lawFoldsWords.sides[outcome.id] ?? lawFoldsWords.others;
    return (outcome.folds ?? []).map(({ case: given, from, seed }, place) => ({
      name: names[place] as string,
      source,
      records: placeCase(given).records,
      goesOn: from !== undefined,
      log: { kind: "given", given, ...(from !== undefined && { from }), ...(seed !== undefined && { seed }) },
    }));
  }, [outcome, source]);
  const { sides, problem } = useSides(payload, session, folds);
  const both = useMemo(() => {
    const [one, other] = sides ?? [];
    return one && other ? laid(one, other) : null;
  }, [sides]);
  if (problem) return <p className="wb-verdict bad">{problem}</p>;
  return both ? (
    <LaidFolds laid={both} view={exercise.view} />
  ) : (
    <p className="wb-soft">{twoFoldsWords.folding}</p>
  );
}
