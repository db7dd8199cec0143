import { useMemo } from "react";
import { versionWords } from "../../../../language/english/compare.ts";
import { twoFoldsWords } from "../../../../language/english/two-folds.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { useStore } from "../../ui/use-store.ts";
import { CodeDiff } from "../checks/code-diff.tsx";
import { diffLines } from "../checks/text-diff.ts";
import { alignFolds } from "../two-folds/aligned-folds.ts";
import { AlignedFoldsView } from "../two-folds/aligned-folds-view.tsx";
import { type FoldToAlign, useFoldSides } from "../two-folds/use-fold-sides.ts";
import { useWorkbench } from "../workbench-context.ts";

/** Two sources line by line, and their two folds of the exercise's log, opened where they part first. */
export function TwoVersions({ first, second }: { first: string; second: string }) {
  const { payload, exercise, ...workbench } = useWorkbench();
  const session = useStore(workbench.session.$session);
  const { records } = payload;
  const folds = useMemo((): FoldToAlign[] => {
    const foldOf = (name: string, source: string): FoldToAlign => ({
      name,
      source,
      records,
      log: { kind: "lesson" },
    });
    return [foldOf(versionWords.firstName, first), foldOf(versionWords.secondName, second)];
  }, [first, second, records]);
  const { sides, problem } = useFoldSides(payload, session, folds);
  const both = useMemo(() => {
    const [one, other] = sides ?? [];
    return one && other ? alignFolds(one, other) : null;
  }, [sides]);
  return (
    <>
      {problem && (
        <p className="wb-verdict bad">
          <InlineCodeText text={problem} />
        </p>
      )}
      {both && <AlignedFoldsView aligned={both} view={exercise.view} />}
      {!both && !problem && <p className="wb-soft">{twoFoldsWords.folding}</p>}
      <CodeDiff
        lines={diffLines(first, second)}
        label={versionWords.diff}
        caption={versionWords.caption}
        mine={versionWords.onlyFirst}
        theirs={versionWords.onlySecond}
      />
    </>
  );
}
