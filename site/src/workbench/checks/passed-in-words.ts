import type { CheckEnd } from "../../../../engine/protocol/answers.ts";
import { liveWords } from "../../../../language/english/workbench.ts";

/** How a check passed, in a sentence. */
export function passedInWords({ score, message, logs }: CheckEnd): string {
  return score ? message : liveWords.right(logs);
}
