import type { CheckMessage, CheckProgress, Comparison } from "../protocol/response-types.ts";
import { gradingSentences } from "../sentences/english/grading.ts";
import { joinMessages, type Message, sentencesFrom } from "../sentences/message.ts";
import { AnswerFolds } from "./answer-folds.ts";
import { builtInChecks, type CheckFinding, generatedTitle, lawFinding } from "./check-finding.ts";
import { firstDivergenceOf, passedCheck } from "./check-messages.ts";
import { differingSteps, safely } from "./differing-steps.ts";
import type { FoldCases } from "./fold-job.ts";
import { describePredictions, type Prediction } from "./grade-prediction.ts";
import type { Law } from "./laws/law.ts";
import { lawsFor } from "./laws/laws.ts";
import { batchSize, type GradedExercise, type Question, ReferenceSolution } from "./reference-solution.ts";
import { messageOfSmallest } from "./same-step.ts";
import {
  type Found,
  lawTries,
  type Smallest,
  smallestLogOfCheck,
  smallestLogOfLaw,
} from "./smallest-failing-log.ts";
import { whichLogSentence } from "./which-log-sentence.ts";

export type { GradedExercise } from "./reference-solution.ts";

const says = sentencesFrom(gradingSentences);

/** Hears what is being done; silent where nobody asks. */
export type HearProgress = (progress: CheckProgress) => void;
const nobody: HearProgress = () => {};

/** The laws are tried on the exercise's own log and on so many further ones. */
const logsForLaws = 5;

/**
 * Grades sources against one exercise: its own log first, then the author's cases and generated logs, then the laws
 * of the exercise. Compares on the host, never in the guest. Keep it: the reference's traces are folded once.
 */
export class Grader {
  readonly #exercise: GradedExercise;
  readonly #reference: ReferenceSolution;
  readonly #folds: AnswerFolds;

  /** `seed` decides which logs are generated, and clock and random numbers of all folds. */
  constructor(exercise: GradedExercise, fold: FoldCases, seed: number) {
    this.#exercise = exercise;
    this.#reference = new ReferenceSolution(exercise, fold, seed);
    this.#folds = new AnswerFolds(exercise, this.#reference, fold);
  }

  /** The first thing that is wrong with the source, on the log on which it was met; null where nothing is. */
  async find(source: string): Promise<CheckFinding | null> {
    return (await this.#first(source, nobody))?.finding ?? null;
  }

  /** Emits a message for every check that was passed or failed, up to the first that failed, and one `end`. */
  async grade(source: string, emit: (message: CheckMessage) => void, hear = nobody): Promise<void> {
    const found = await this.#first(source, hear);
    if (!found) return this.#tellSuccess(emit);
    const { title, titleSentences } = found.finding;
    hear({ kind: "checking", doing: "smallest-log", title, titleSentences, ...this.#sayWhichLog(found) });
    const smallest = found.law
      ? await smallestLogOfLaw(this.#folds, source, found.law, found)
      : await smallestLogOfCheck(this.#folds, source, found);
    this.#tellFailure(found, smallest, emit);
  }

  /** The source's fold and the solution's fold of the exercise's own log, side by side. */
  async compare(source: string): Promise<Comparison> {
    const own = await this.#reference.own();
    const [mine] = await this.#folds.run(source, [own], true);
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
    const [trace] = await this.#folds.run(source, [own], true);
    if (!trace) throw new Error("The fold of the exercise's log gave no trace.");
    const found = this.#folds.judge(trace, own);
    if (found) return { finding: found, question: own, log: 0 };
    const others = await this.#reference.others();
    for (let at = 0; at < others.length; at += batchSize) {
      const batch = others.slice(at, at + batchSize);
      const [from, to, of] = [at + 1, at + batch.length, others.length];
      hear({ kind: "checking", doing: "generated-logs", from, to, of });
      for (const [i, trace] of (await this.#folds.run(source, batch, false)).entries()) {
        const question = batch[i] as Question;
        const found = this.#folds.judge(trace, question);
        if (found) return { finding: found, question, log: at + i + 1 };
      }
    }
    // An author's words come before those of the law.
    hear({ kind: "checking", doing: "laws" });
    const broken = await this.#brokenLaw(source, own, 0, lawTries.own);
    if (broken) return broken;
    const forLaws = [...others.entries()].filter(([, { folded }]) => folded.records.length > 1);
    for (const [at, question] of forLaws.slice(0, logsForLaws)) {
      const broken = await this.#brokenLaw(source, question, at + 1, lawTries.others);
      if (broken) return broken;
    }
    return null;
  }

  async #brokenLaw(source: string, question: Question, log: number, most: number): Promise<Found | null> {
    for (const law of await this.#laws()) {
      const broken = await this.#folds.askLaw(law, source, question.folded, most);
      if (broken) return { finding: lawFinding(law, broken), question, log, law };
    }
    return null;
  }

  async #laws(): Promise<Law[]> {
    return lawsFor(this.#exercise, (await this.#reference.own()).reference);
  }

  #tellFailure(found: Found, smallest: Smallest | undefined, emit: (message: CheckMessage) => void): void {
    const { law, log } = found;
    // The learner has never seen a further log: what is said of the smallest one is shown.
    const finding = (log > 0 && smallest?.finding) || found.finding;
    const { id, title, titleSentences, verdict, at } = finding;
    const { checks, records } = this.#exercise;
    const said = this.#sayWhichLog(found, finding);
    const place = checks.checks.findIndex((check) => check.id === id);
    const generated = log - (checks.cases?.length ?? 0);
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
      ...(generated > 0 && { log: generated }),
    });
    const { seed } = this.#reference;
    emit({ kind: "end", verdict, passed: false, ...said, records: records.length, logs: log, seed });
  }

  /** The message of a failed check, after a sentence about its log where that is not the one on screen. */
  #sayWhichLog({ log, law, finding }: Found, { message, sentences }: Message = finding): Message {
    return joinMessages(whichLogSentence(log, law, this.#exercise.checks), { message, sentences });
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
