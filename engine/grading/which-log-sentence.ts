import { gradingSentences } from "../sentences/english/grading.ts";
import { type Message, sentencesFrom } from "../sentences/message.ts";
import type { ExerciseChecks } from "./checks.ts";
import type { Law } from "./laws/law.ts";

const says = sentencesFrom(gradingSentences);

/**
 * A sentence about the log that a message is about, to stand before the message: offsets alone would be read as those
 * of the log on screen. `log` is 0 for that one, else the number of the further log. Null where the message is about
 * the log on screen.
 */
export function whichLogSentence(
  log: number,
  law: Law | undefined,
  { cases = [] }: ExerciseChecks,
): Message | null {
  if (log > cases.length) return says("in-a-generated-log");
  if (log > 0) return says("in-another-log");
  return law?.id === "unknown" ? says("in-a-log-with-unknown-types") : null;
}
