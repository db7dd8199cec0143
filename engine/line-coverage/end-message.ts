import { lineCoverageSentences } from "../sentences/english/line-coverage.ts";
import { sentencesFrom } from "../sentences/message.ts";
import type { LinesEnd, MissingLines } from "./line-coverage-messages.ts";

const says = sentencesFrom(lineCoverageSentences);

/** The end of a pass, in words; `said` is what a page says of it instead. */
export function linesEnd(missing: MissingLines | null, said?: string): LinesEnd {
  if (said !== undefined || missing === null) return { kind: "end", missing, message: said ?? "" };
  return { kind: "end", missing, ...says(`lines-${missing}`) };
}
