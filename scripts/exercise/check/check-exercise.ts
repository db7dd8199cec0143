import type { FoldCases } from "../../../engine/grading/fold-job.ts";
import type { Folder } from "../../../exercises/folder.ts";
import { type Level, type Remark, remarkOf } from "../../authoring/remark.ts";
import { authorTypes } from "./author-types.ts";
import { catchAll } from "./catch-all.ts";
import { compareDiffers } from "./compare-differs.ts";
import { ExerciseUnderCheck } from "./exercise-under-check.ts";
import { feedbackTranscript } from "./feedback-transcript.ts";
import { generatedLogRemarks } from "./generated-logs.ts";
import { lineInStack } from "./line-in-stack.ts";
import { logReferences } from "./log-references.ts";
import { messageWriting, spokenOf, writing } from "./message-writing.ts";
import { missingParts } from "./missing-parts.ts";
import { type MutantsRow, tryMutants } from "./mutants.ts";
import { orderAndPredictRemarks } from "./order-and-predict.ts";
import { readOne } from "./read-exercise.ts";
import { thrownRemarks } from "./recorded-checks.ts";
import { rightAnswers, unheardChecks, wrongAnswers } from "./right-and-wrong-answers.ts";
import { timesByKey } from "./times-by-key.ts";
import { typeCheck } from "./type-check.ts";
import { wordingNames } from "./wording-names.ts";

/** What there is to say about one exercise. */
export interface Examined {
  slug: string;
  level: Level;
  remarks: Remark[];
  /** Absent where the mutants were left out, or the exercise could not be graded. */
  mutants?: MutantsRow;
}

export interface Examination {
  /** Leaves the mutants out. */
  quick: boolean;
  /** Writes what a learner reads to `feedback.md`. */
  accept: boolean;
  /** Names of answers and mutants that were begun and did not end: they are not begun again. */
  endless: string[];
}

/** Proves everything that one exercise promises. Does not throw: whatever goes wrong is a remark. */
export async function checkExercise(
  pack: Folder,
  slug: string,
  fold: FoldCases,
  { quick, accept, endless }: Examination,
  begin: (name: string) => void = () => {},
): Promise<Examined> {
  const { exercise, folder, yaml, level, remarks } = await readOne(pack, slug);
  const examined: Examined = { slug, level, remarks };
  // Of code that cannot be loaded, the compiler says the same in other words, and more that follows from it.
  const isUnloadable = remarks.some(({ file }) => file === `${folder.shown}/checks.ts`);
  if (!isUnloadable) remarks.push(...(await authorTypes(folder)));
  if (!exercise) return examined;
  const isWhole = remarks.length === 0;
  const subject = new ExerciseUnderCheck(exercise, folder, yaml, fold, begin, new Set(endless));
  try {
    remarks.push(
      ...missingParts(subject),
      ...logReferences(subject),
      ...(await timesByKey(subject)),
      ...writing(subject),
      ...(await typeCheck(subject)),
    );
    // Without a right solution there is nothing to grade against.
    const right = await rightAnswers(subject);
    remarks.push(...right);
    if (right.some(({ file }) => file.endsWith("/solution.ts"))) return examined;
    const blind = await compareDiffers(subject);
    remarks.push(...blind, ...(await wordingNames(subject)), ...(await catchAll(subject)));
    // Whatever is compared is the same: nothing said of the wrong answers would help.
    if (blind.some(({ needed }) => needed === "always")) return examined;
    remarks.push(
      ...(await wrongAnswers(subject)),
      ...unheardChecks(subject),
      ...(await orderAndPredictRemarks(subject)),
    );
    // What follows is about answers in code.
    if (subject.isPredicted) return examined;
    const heard = await subject.heard();
    remarks.push(...generatedLogRemarks(subject, heard));
    // Without an answer that cannot be read, the transcript would lose what it says about it.
    if (isWhole) remarks.push(...(await feedbackTranscript(subject, accept)));
    const spoken = heard.map(({ answer, message, found }) => spokenOf(answer.name, message, found));
    if (!quick) {
      const tried = await tryMutants(subject);
      examined.mutants = tried.row;
      remarks.push(...tried.remarks);
      spoken.push(...tried.spoken);
    }
    remarks.push(...messageWriting(subject, spoken), ...thrownRemarks(folder, subject.thrown));
  } catch (error) {
    const place = lineInStack(error, folder);
    const remark = remarkOf(error, subject.file(place?.file ?? "solution.ts"));
    remarks.push({ ...remark, ...(place && { line: place.line }) });
  }
  return examined;
}
