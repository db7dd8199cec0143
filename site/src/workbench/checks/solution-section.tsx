import { useEffect, useState } from "react";
import { attemptsLeft } from "../../../../engine/grading/failed-attempts.ts";
import { solutionWords } from "../../../../language/english/solution.ts";
import type { ExerciseMemory } from "../../exercise/exercise-memory.ts";
import type { Exercise } from "../../exercise/exercise-payload.ts";
import type { FoldSession } from "../../session/session-interface.ts";
import { solutionOf } from "../../session/solution-source.ts";
import { CodeDiff } from "./code-diff.tsx";
import { hunksOf } from "./diff-hunks.ts";
import { diffLines } from "./text-diff.ts";

export interface SolutionSectionProps {
  exercise: Exercise;
  session: FoldSession | null;
  source: string;
  memory: ExerciseMemory;
  change(part: Partial<ExerciseMemory>): void;
}

/** The solution: in parts after an honest try, or whole: earned by three such tries, or at once for somebody who asks. */
export function SolutionSection({ exercise, session, source, memory, change }: SolutionSectionProps) {
  const { id, starter } = exercise;
  const [solution, setSolution] = useState<string | null>(null);
  const [whole, setWhole] = useState(false);
  const [failed, setFailed] = useState("");
  const { parts, failures, passed } = memory;
  const left = attemptsLeft(failures);
  const earned = left === 0 || passed !== null || memory.solution !== "no";

  const load = () => {
    const loading = solutionOf(id, session);
    loading.then(setSolution, (problem) =>
      setFailed(problem?.name === "Refusal" ? problem.message : solutionWords.failed),
    );
    return loading;
  };
  // Parts that were seen before a reload stand there again.
  const again = parts.seen > 0 && solution === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once; what fails then is said
  useEffect(() => {
    if (again) load().catch(() => {});
  }, [again]);

  // Looking after the pass changes nothing about how it was reached.
  const see = () => {
    if (memory.solution === "no" && !passed) change({ solution: left === 0 ? "earned" : "asked" });
    setWhole(true);
  };
  const showAll = () => void load().then(see, () => {});
  const showNext = () =>
    void load().then(
      (text) => {
        const of = hunksOf(starter, text).length;
        const seen = Math.min(parts.seen + 1, of);
        if (!passed) change({ parts: { seen, of } });
        if (seen >= of) see();
      },
      () => {},
    );

  if (solution !== null && whole) {
    return (
      <CodeDiff
        lines={diffLines(source, solution)}
        label={solutionWords.label}
        caption={solutionWords.caption}
        mine={solutionWords.onlyYours}
        theirs={solutionWords.onlySolution}
      />
    );
  }
  const hunks = solution === null ? [] : hunksOf(starter, solution).slice(0, parts.seen);
  const inParts = failures.length > 0 && passed === null && (parts.of === 0 || parts.seen < parts.of);
  return (
    <>
      {hunks.map((lines, i) => (
        <CodeDiff
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one solution, in their order
          key={i}
          lines={lines}
          label={solutionWords.partLabel(i + 1, parts.of)}
          caption={solutionWords.partCaption(i + 1, parts.of)}
          mine={solutionWords.onlyStarter}
          theirs={solutionWords.onlySolution}
        />
      ))}
      <div className="wb-row">
        {inParts && (
          <button type="button" className="action quiet wb-small" onClick={showNext}>
            {parts.seen === 0 ? solutionWords.firstPart : solutionWords.part(parts.seen + 1, parts.of)}
          </button>
        )}
        <button type="button" className="action quiet wb-small" onClick={showAll}>
          {earned ? solutionWords.see : solutionWords.show}
        </button>
        <span className="wb-soft">{failed || (!earned && solutionWords.opens(left))}</span>
      </div>
    </>
  );
}
