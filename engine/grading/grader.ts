import type { Trace } from "../fold/trace.ts";
import type { CheckMessage, CheckProgress, Comparison, LawFold } from "../protocol/response-types.ts";
import { gradingSentences } from "../sentences/english/grading.ts";
import { joinMessages, sentencesFrom } from "../sentences/message.ts";
import {
  builtInChecks,
  type CheckFinding,
  finding,
  generatedTitle,
  lawFinding,
  limitVerdicts,
} from "./check-finding.ts";
import { firstDivergenceOf, passedCheck } from "./check-messages.ts";
import type { Case } from "./checks.ts";
import { differingSteps, divergenceAt, safely } from "./differing-steps.ts";
import { type FoldCase, type FoldCases, placeCase } from "./fold-job.ts";
import { describePredictions, type Prediction } from "./grade-prediction.ts";
import { caseOfLog, type Law, type LawViolation, lawFoldOf } from "./laws/law.ts";
import { askedOf, lawsFor } from "./laws/laws.ts";
import { batchSize, type GradedExercise, type Question, ReferenceSolution } from "./reference-solution.ts";
import { sizeOf } from "./removable-case-parts.ts";
import { isSameStep, messageOfSmallest } from "./same-step.ts";
import { cutAfter, smallestCase } from "./smallest-case.ts";
import { whichLogSentence } from "./which-log-sentence.ts";

export type { GradedExercise } from "./reference-solution.ts";

const says = sentencesFrom(gradingSentences);

/** Hears what is being done; silent where nobody asks. */
export type HearProgress = (progress: CheckProgress) => void;
const nobody: HearProgress = () => {};

/** The first thing that is wrong with an answer, and the log on which it shows. */
interface Found {
  finding: CheckFinding;
  question: Question;
  /** 0 for the exercise's own log, else the number of the further log. */
  log: number;
  /** Where a law speaks. */
  law?: Law;
}

/** The smallest log that was found, and what is said of it. */
interface Smallest {
  case: Case;
  finding: CheckFinding;
  folds?: [LawFold, LawFold];
}

/** The search for the smallest log uses at most this many failing logs, and tries at most this many smaller ones. */
const enoughFailing = 24;
const mostTried = 120;
/** The same for a law: every smaller log of one with 7 parts. */
const mostTriedForLaws = 2 ** 7;
/** What a law tries on the exercise's own log, and on each of the first further ones. */
const mostOnOwnLog = 30;
const mostOnOthers = 12;
const logsForLaws = 5;

/**
 * Grades sources against one exercise: its own log first, then the author's cases and generated logs, then the laws
 * of the exercise. Compares on the host, never in the guest. Keep it: the reference's traces are folded once.
 */
export class Grader {
  readonly #exercise: GradedExercise;
  readonly #fold: FoldCases;
  readonly #reference: ReferenceSolution;

  /** `seed` decides which logs are generated, and clock and random numbers of all folds. */
  constructor(exercise: GradedExercise, fold: FoldCases, seed: number) {
    this.#exercise = exercise;
    this.#fold = fold;
    this.#reference = new ReferenceSolution(exercise, fold, seed);
  }

  /** The first thing that is wrong with the source, on the log on which it was met; null where nothing is. */
  async find(source: string): Promise<CheckFinding | null> {
    return (await this.#first(source, nobody))?.finding ?? null;
  }

  /** Emits a message for every check that was passed or failed, up to the first that failed, and one `end`. */
  async grade(source: string, emit: (message: CheckMessage) => void, hear = nobody): Promise<void> {
    const found = await this.#first(source, hear);
    if (!found) return this.#tellSuccess(emit);
    hear({ kind: "checking", doing: "smallest-log" });
    const smallest = found.law
      ? await this.#smallestForLaw(source, found.law, found)
      : await this.#smallest(source, found);
    this.#tellFailure(found, smallest, emit);
  }

  /** The source's fold and the solution's fold of the exercise's own log, side by side. */
  async compare(source: string): Promise<Comparison> {
    const own = await this.#reference.own();
    const [mine] = await this.#run(source, [own], true);
    if (!mine) throw new Error("The fold of the exercise's log gave no trace.");
    const { reference } = own;
    const { checks } = this.#exercise;
    const counts = safely(checks.compare);
    const ends = { mine: counts(mine.end.state), reference: counts(reference.end.state) };
    return { mine, reference, differing: differingSteps(mine, reference, checks), ends };
  }

  /** Scores states that are predicted after steps of the exercise's own log. Emits one `end`, and it is the last. */
  async predictions(predicted: Prediction[], emit: (message: CheckMessage) => void): Promise<void> {
    const { predict = [], wording, checks } = this.#exercise;
    const { reference } = await this.#reference.own();
    describePredictions(predicted, predict, { reference, compare: checks.compare, wording }, emit);
  }

  async #first(source: string, hear: HearProgress): Promise<Found | null> {
    const own = await this.#reference.own();
    const [trace] = await this.#run(source, [own], true);
    if (!trace) throw new Error("The fold of the exercise's log gave no trace.");
    const found = this.#judge(trace, own);
    if (found) return { finding: found, question: own, log: 0 };
    const others = await this.#reference.others();
    for (let at = 0; at < others.length; at += batchSize) {
      const batch = others.slice(at, at + batchSize);
      const [from, to, of] = [at + 1, at + batch.length, others.length];
      hear({ kind: "checking", doing: "generated-logs", from, to, of });
      for (const [i, trace] of (await this.#run(source, batch, false)).entries()) {
        const question = batch[i] as Question;
        const found = this.#judge(trace, question);
        if (found) return { finding: found, question, log: at + i + 1 };
      }
    }
    // An author's words come before those of the law.
    hear({ kind: "checking", doing: "laws" });
    const broken = await this.#brokenLaw(source, own, 0, mostOnOwnLog);
    if (broken) return broken;
    const forLaws = [...others.entries()].filter(([, { folded }]) => folded.records.length > 1);
    for (const [at, question] of forLaws.slice(0, logsForLaws)) {
      const broken = await this.#brokenLaw(source, question, at + 1, mostOnOthers);
      if (broken) return broken;
    }
    return null;
  }

  async #brokenLaw(source: string, question: Question, log: number, most: number): Promise<Found | null> {
    for (const law of await this.#laws()) {
      const broken = await this.#askLaw(law, source, question.folded, most);
      if (broken) return { finding: lawFinding(law, broken), question, log, law };
    }
    return null;
  }

  async #laws(): Promise<Law[]> {
    return lawsFor(this.#exercise, (await this.#reference.own()).reference);
  }

  #askLaw(law: Law, source: string, log: FoldCase, most: number): Promise<LawViolation | null> {
    const { checks } = this.#exercise;
    return law.broken(
      askedOf(this.#reference.job(source, false), this.#fold, checks, most),
      log,
      checks.words ?? {},
    );
  }

  /** The smallest log on which the same law is broken, with what shows it. */
  async #smallestForLaw(source: string, law: Law, { question }: Found): Promise<Smallest | undefined> {
    let shownFinding: LawViolation | null = null;
    const fails = async (candidates: Case[]) => {
      for (const [i, candidate] of candidates.entries()) {
        const broken = await this.#askLaw(law, source, placeCase(candidate), mostOnOthers);
        if (!broken) continue;
        shownFinding = broken;
        return i;
      }
      return -1;
    };
    await smallestCase([question.case], (one) => this.#isPossible(one), fails, mostTriedForLaws);
    const shown =
      (shownFinding as LawViolation | null) ??
      (await this.#askLaw(law, source, question.folded, mostOnOwnLog));
    if (!shown) return undefined;
    const [one, other] = shown.folds;
    const folds: [LawFold, LawFold] = [lawFoldOf(one), lawFoldOf(other)];
    return { case: caseOfLog(shown.shown), finding: lawFinding(law, shown), folds };
  }

  /** The smallest log on which the same check fails; undefined where the code came to no record. */
  async #smallest(source: string, { finding: found, question, log }: Found): Promise<Smallest | undefined> {
    if (!found.at) return undefined;
    const cut = cutAfter(question.case, found.at);
    // Code that hits a limit is slow on every log.
    const isSlow = limitVerdicts.has(found.verdict);
    const smallestOf = (cases: [Case, ...Case[]], isWanted: (other: CheckFinding) => boolean) =>
      smallestCase(
        cases,
        (one) => this.#isPossible(one),
        async (candidates) => (await this.#firstFailing(source, candidates, isWanted)).place,
        isSlow ? 0 : mostTried,
      );
    const isSameCheck = ({ id }: CheckFinding) => id === found.id;
    // What is said of the log on screen is best shown by a part of that log; another log has to be smaller.
    const shown =
      log > 0
        ? cut
        : await smallestOf([cut], (other) => isSameCheck(other) && isSameStep(other.at, found.at));
    if (log === 0 && (isSlow || sizeOf(shown) < 2)) return { case: shown, finding: found };
    const others = isSlow ? [] : await this.#alsoFailing(source, found.id, log);
    const smallest = await smallestOf([shown, ...others], isSameCheck);
    const again = smallest === shown ? undefined : await this.#firstFailing(source, [smallest], isSameCheck);
    return { case: smallest, finding: again?.finding ?? found };
  }

  /** The first case on which the code goes wrong in the wanted way; its index is -1 if there is none. */
  async #firstFailing(
    source: string,
    cases: Case[],
    isWanted: (finding: CheckFinding) => boolean,
  ): Promise<{ place: number; finding?: CheckFinding }> {
    for (let at = 0; at < cases.length; at += batchSize) {
      const questions = await this.#reference.ask(cases.slice(at, at + batchSize));
      for (const [i, trace] of (await this.#run(source, questions, false)).entries()) {
        const finding = this.#judge(trace, questions[i] as Question);
        if (finding && isWanted(finding)) return { place: at + i, finding };
      }
    }
    return { place: -1 };
  }

  /** Of the further logs after the first `tried` some on which the same check fails, each up to where it does. */
  async #alsoFailing(source: string, check: string, tried: number): Promise<Case[]> {
    const failing: Case[] = [];
    const others = await this.#reference.others();
    for (let at = tried; at < others.length && failing.length < enoughFailing; at += batchSize) {
      const batch = others.slice(at, at + batchSize);
      for (const [i, trace] of (await this.#run(source, batch, false)).entries()) {
        if (limitVerdicts.has(trace.end.verdict)) return failing;
        const question = batch[i] as Question;
        const again = this.#judge(trace, question);
        if (again?.id === check && again.at) failing.push(cutAfter(question.case, again.at));
      }
    }
    return failing;
  }

  #isPossible(candidate: Case): boolean {
    return this.#exercise.checks.generated?.possible?.(candidate) ?? true;
  }

  #judge(trace: Trace, { folded, reference }: Question): CheckFinding | null {
    const at = divergenceAt(trace, reference, folded, this.#exercise.checks);
    return finding(trace, at, this.#exercise.checks);
  }

  async #run(source: string, questions: Question[], twice: boolean): Promise<Trace[]> {
    const folded = questions.map((question) => question.folded);
    const traces = await this.#fold(this.#reference.job(source, twice), folded);
    // A missing trace has not passed: only a trace that ended badly may end the list early.
    if (traces.length < folded.length && (traces.at(-1)?.end.verdict ?? "ok") === "ok") {
      throw new Error("The folds of a check ended without a reason.");
    }
    return traces;
  }

  #tellFailure(found: Found, smallest: Smallest | undefined, emit: (message: CheckMessage) => void): void {
    const { law, log } = found;
    // The learner has never seen a further log: what is said of the smallest one is shown.
    const finding = (log > 0 && smallest?.finding) || found.finding;
    const { id, title, titleSentences, message, sentences, verdict, at } = finding;
    const { checks, records } = this.#exercise;
    const said = joinMessages(whichLogSentence(log, law, checks), { message, sentences });
    const place = checks.checks.findIndex((check) => check.id === id);
    for (const before of checks.checks.slice(0, Math.max(0, place))) emit(passedCheck(before));
    emit({
      kind: "check",
      id,
      title,
      titleSentences,
      passed: false,
      ...said,
      // A law shows on a log of its own, not at a step of the exercise's.
      ...(at && { firstDivergence: firstDivergenceOf(law ? { ...at, position: null } : at) }),
      ...(smallest && { counterexample: smallest.case, ...messageOfSmallest(smallest.finding, finding) }),
      ...(smallest?.folds && { folds: smallest.folds }),
      ...(log > 0 && { log }),
    });
    const { seed } = this.#reference;
    emit({ kind: "end", verdict, passed: false, ...said, records: records.length, logs: log, seed });
  }

  async #tellSuccess(emit: (message: CheckMessage) => void): Promise<void> {
    const { checks, records } = this.#exercise;
    const logs = (await this.#reference.others()).length;
    for (const check of [...checks.checks, ...builtInChecks, ...(await this.#laws())])
      emit(passedCheck(check));
    if (logs > 0) emit(passedCheck(generatedTitle(logs)));
    emit({
      kind: "end",
      verdict: "ok",
      passed: true,
      ...(logs > 0 ? says("right-on-logs", { logs }) : says("right")),
      records: records.length,
      logs,
      seed: this.#reference.seed,
    });
  }
}
