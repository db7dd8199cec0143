import { useMemo } from "react";
import { placeCase } from "../../../../engine/grading/fold-job.ts";
import type { CheckOutcome } from "../../../../engine/protocol/response-types.ts";
import { lawFoldsWords, twoFoldsWords } from "../../../../language/english/two-folds.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";
import { alignFolds } from "./aligned-folds.ts";
import { AlignedFoldsView } from "./aligned-folds-view.tsx";
import { type FoldToAlign, useFoldSides } from "./use-fold-sides.ts";

export interface LawFoldsProps {
  outcome: CheckOutcome;
  /** What was checked. */
  source: string;
}

/** The two folds by which a law was found broken: the one it goes by, and the one that differs from it. */
export function LawFolds({ outcome, source }: LawFoldsProps) {
  const { payload, exercise, ...workbench } = useWorkbench();
  const session = useStore(workbench.session.$session);
  const folds = useMemo((): FoldToAlign[] => {
    const names = lawFoldsWords.sides[outcome.id] ?? lawFoldsWords.others;
    return (outcome.folds ?? []).map(({ case: given, from, seed }, place) => ({
      name: names[place] as string,
      source,
      records: placeCase(given).records,
      goesOn: from !== undefined,
      log: { kind: "given", given, ...(from !== undefined && { from }), ...(seed !== undefined && { seed }) },
    }));
  }, [outcome, source]);
  const { sides, problem } = useFoldSides(payload, session, folds);
  const both = useMemo(() => {
    const [one, other] = sides ?? [];
    return one && other ? alignFolds(one, other) : null;
  }, [sides]);
  if (problem)
    return (
      <p className="wb-verdict bad">
        <InlineCodeText text={problem} />
      </p>
    );
  return both ? (
    <AlignedFoldsView aligned={both} view={exercise.view} />
  ) : (
    <p className="wb-soft">{twoFoldsWords.folding}</p>
  );
}
