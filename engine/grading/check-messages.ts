import type { CheckMessage, FirstDivergence } from "../protocol/response-types.ts";
import type { CheckTitle } from "./check-title.ts";
import type { CheckContext } from "./checks.ts";

export function passedCheck({ id, title, titleSentences }: { id: string } & CheckTitle): CheckMessage {
  return { kind: "check", id, title, titleSentences, passed: true, message: "" };
}

/** The step at which state or result differs, without what only a check's words need. */
export function firstDivergenceOf({
  index,
  position,
  expected,
  actual,
  ...results
}: CheckContext): FirstDivergence {
  return "expectedResult" in results
    ? { index, position, expected: results.expectedResult ?? null, actual: results.actualResult ?? null }
    : { index, position, expected, actual };
}
