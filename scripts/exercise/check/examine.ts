import type { FoldCases } from "../../../engine/grading/cases.ts";
import type { Folder } from "../../../exercises/folder.ts";
import { rightAnswers, unheardChecks, wrongAnswers } from "./answers.ts";
import { contents } from "./contents.ts";
import { forms } from "./forms.ts";
import { generator } from "./generator.ts";
import { ownLog } from "./log.ts";
import { type MutantsRow, mutants } from "./mutants.ts";
import { readOne } from "./reading.ts";
import { type Level, type Remark, remarkOf } from "./remark.ts";
import { Subject } from "./subject.ts";
import { transcript } from "./transcript.ts";
import { types } from "./types.ts";
import { messageWriting, spokenOf, writing } from "./writing.ts";

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
export async function examine(
  pack: Folder,
  slug: string,
  fold: FoldCases,
  { quick, accept, endless }: Examination,
  begin: (name: string) => void = () => {},
): Promise<Examined> {
  const { exercise, folder, yaml, level, remarks } = await readOne(pack, slug);
  const examined: Examined = { slug, level, remarks };
  if (!exercise) return examined;
  const subject = new Subject(exercise, folder, yaml, fold, begin, new Set(endless));
  try {
    remarks.push(...contents(subject), ...ownLog(subject), ...writing(subject), ...(await types(subject)));
    // Without a right solution there is nothing to grade against.
    const right = await rightAnswers(subject);
    remarks.push(...right);
    if (right.some(({ file }) => file.endsWith("/solution.ts"))) return examined;
    remarks.push(...(await wrongAnswers(subject)), ...unheardChecks(subject), ...(await forms(subject)));
    const heard = await subject.heard();
    remarks.push(...generator(subject, heard), ...(await transcript(subject, accept)));
    const spoken = heard.map(({ answer, message, found }) => spokenOf(answer.name, message, found));
    if (!quick) {
      const tried = await mutants(subject);
      examined.mutants = tried.row;
      remarks.push(...tried.remarks);
      spoken.push(...tried.spoken);
    }
    remarks.push(...messageWriting(subject, spoken));
  } catch (error) {
    remarks.push(remarkOf(error, subject.file("solution.ts")));
  }
  return examined;
}
