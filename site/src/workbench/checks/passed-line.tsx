import type { CheckEnd } from "../../../../engine/protocol/response-types.ts";
import { passedWords } from "../../../../language/english/checks.ts";
import type { ExerciseMemory } from "../../exercise/exercise-memory.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { describePass } from "./describe-pass.ts";

interface PassedLineProps {
  /** The check that has just passed; null where it was passed before. */
  end: CheckEnd | null;
  passed: ExerciseMemory["passed"];
  /** What there is to see now. */
  words: string;
}

/** That the exercise is passed, on what, and after seeing how much of the solution. */
export function PassedLine({ end, passed, words }: PassedLineProps) {
  const after = passed ? afterSeeing(passed) : "";
  if (!end) {
    return (
      <p className="wb-verdict good">
        {passedWords.before(passed?.logs ?? 0)}
        {after && `, ${after}`}.
      </p>
    );
  }
  return (
    <p className="wb-verdict good">
      {describePass(end)} <InlineCodeText text={words} />{" "}
      {after && <span className="wb-soft">{passedWords.after(after)}</span>}
    </p>
  );
}

function afterSeeing({ solution, parts }: NonNullable<ExerciseMemory["passed"]>): string {
  if (solution !== "no") return passedWords.afterSolution;
  return parts ? passedWords.afterParts(parts.seen, parts.of) : "";
}
