import type { CheckEnd } from "../../../../engine/protocol/response-types.ts";
import { resultWords } from "../../../../language/english/check-result.ts";

/** How a check passed, in a sentence. */
export function describePass({ score, message, logs }: CheckEnd): string {
  return score ? message : resultWords.right(logs);
}
