import { useMemo } from "react";
import { versionWords } from "../../../../language/english/compare.ts";
import { twoFoldsWords } from "../../../../language/english/two-folds.ts";
import { useBenchParts } from "../bench-parts.ts";
import { CodeDiff } from "../checks/code-diff.tsx";
import { diffLines } from "../checks/text-diff.ts";
import { laid } from "../two-folds/laid.ts";
import { LaidFolds } from "../two-folds/laid-folds.tsx";
import { type FoldToLay, useSides } from "../two-folds/use-sides.ts";

/** Two sources line by line, and their two folds of the exercise's log, opened where they part first. */
export function TwoVersions({ first, second }: { first: string; second: string }) {
  const { payload, session, exercise } = useBenchParts();
  const { records } = payload;
  const folds = useMemo((): FoldToLay[] => {
    const foldOf = (name: string, source: string): FoldToLay => ({
      ...{ name, source, records },
      log: { kind: "lesson" },
    });
    return [foldOf(versionWords.firstName, first), foldOf(versionWords.secondName, second)];
  }, [first, second, records]);
  const { sides, problem } = useSides(payload, session, folds);
  const both = useMemo(() => {
    const [one, other] = sides ?? [];
    return one && other ? laid(one, other) : null;
  }, [sides]);
  return (
    <>
      {problem && <p className="wb-verdict bad">{problem}</p>}
      {both && <LaidFolds laid={both} view={exercise.view} />}
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
