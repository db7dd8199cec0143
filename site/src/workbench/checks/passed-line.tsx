import type { CheckEnd } from "../../../../engine/protocol/answers.ts";
import type { ExerciseMemory } from "../memory.ts";
import { Words } from "../words.tsx";

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
    const on = passed && passed.logs > 0 ? `, on this log and on ${passed.logs} more` : "";
    return (
      <p className="wb-verdict good">
        Passed before{on}
        {after && `, ${after}`}.
      </p>
    );
  }
  return (
    <p className="wb-verdict good">
      {passedInWords(end)} <Words text={words} /> {after && <span className="wb-soft">Passed {after}.</span>}
    </p>
  );
}

/** How a check passed, in a sentence. */
export function passedInWords({ score, message, logs }: CheckEnd): string {
  return score ? message : `Right, on this log and on ${logs} you have not seen.`;
}

function afterSeeing({ solution, parts }: NonNullable<ExerciseMemory["passed"]>): string {
  if (solution !== "no") return "after seeing the solution";
  return parts ? `after seeing ${parts.seen} of ${parts.of} parts of the solution` : "";
}
