import type { LawFold } from "../protocol/response-types.ts";
import type { AnswerFolds } from "./answer-folds.ts";
import { type CheckFinding, lawFinding, limitVerdicts } from "./check-finding.ts";
import type { Case } from "./checks.ts";
import { placeCase } from "./fold-job.ts";
import { caseOfLog, type Law, type LawViolation, lawFoldOf } from "./laws/law.ts";
import type { Question } from "./reference-solution.ts";
import { sizeOf } from "./removable-case-parts.ts";
import { isSameStep } from "./same-step.ts";
import { cutAfter, smallestCase } from "./smallest-case.ts";

/** The first thing that is wrong with an answer, and the log on which it shows. */
export interface Found {
  finding: CheckFinding;
  question: Question;
  /** 0 for the exercise's own log, else the number of the further log. */
  log: number;
  /** Where a law speaks. */
  law?: Law;
}

/** The smallest log that was found, and what is said of it. */
export interface Smallest {
  case: Case;
  finding: CheckFinding;
  folds?: [LawFold, LawFold];
}

/** At most so many smaller logs are tried. */
const mostTried = 120;
/** The same for a law: every smaller log of one with 7 parts. */
const mostTriedForLaws = 2 ** 7;
/** What a law tries on the exercise's own log, and on each of the others. */
export const lawTries = { own: 30, others: 12 };

/** The smallest log on which the same law is broken, with what shows it. */
export async function smallestLogOfLaw(
  folds: AnswerFolds,
  source: string,
  law: Law,
  { question }: Found,
): Promise<Smallest | undefined> {
  let shownFinding: LawViolation | null = null;
  const fails = async (candidates: Case[]) => {
    for (const [i, candidate] of candidates.entries()) {
      const broken = await folds.askLaw(law, source, placeCase(candidate), lawTries.others);
      if (!broken) continue;
      shownFinding = broken;
      return i;
    }
    return -1;
  };
  await smallestCase([question.case], (one) => folds.isPossible(one), fails, mostTriedForLaws);
  const shown =
    (shownFinding as LawViolation | null) ?? (await folds.askLaw(law, source, question.folded, lawTries.own));
  if (!shown) return undefined;
  const [one, other] = shown.folds;
  const both: [LawFold, LawFold] = [lawFoldOf(one), lawFoldOf(other)];
  return { case: caseOfLog(shown.shown), finding: lawFinding(law, shown), folds: both };
}

/** The smallest log on which the same check fails; undefined where the code came to no record. */
export async function smallestLogOfCheck(
  folds: AnswerFolds,
  source: string,
  { finding: found, question, log }: Found,
): Promise<Smallest | undefined> {
  if (!found.at) return undefined;
  const cut = cutAfter(question.case, found.at);
  // Code that hits a limit is slow on every log.
  const isSlow = limitVerdicts.has(found.verdict);
  const smallestOf = (cases: [Case, ...Case[]], isWanted: (other: CheckFinding) => boolean) =>
    smallestCase(
      cases,
      (one) => folds.isPossible(one),
      async (candidates) => (await folds.firstFailing(source, candidates, isWanted)).place,
      isSlow ? 0 : mostTried,
    );
  const isSameCheck = ({ id }: CheckFinding) => id === found.id;
  // What is said of the log on screen is best shown by a part of that log; another log has to be smaller.
  const shown =
    log > 0 ? cut : await smallestOf([cut], (other) => isSameCheck(other) && isSameStep(other.at, found.at));
  if (log === 0 && (isSlow || sizeOf(shown) < 2)) return { case: shown, finding: found };
  const others = isSlow ? [] : await folds.alsoFailing(source, found.id, log);
  const smallest = await smallestOf([shown, ...others], isSameCheck);
  const again = smallest === shown ? undefined : await folds.firstFailing(source, [smallest], isSameCheck);
  return { case: smallest, finding: again?.finding ?? found };
}
