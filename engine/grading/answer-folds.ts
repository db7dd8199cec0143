import type { Trace } from "../fold/trace.ts";
import { type CheckFinding, finding, limitVerdicts } from "./check-finding.ts";
import type { Case } from "./checks.ts";
import { divergenceAt } from "./differing-steps.ts";
import type { FoldCase, FoldCases } from "./fold-job.ts";
import type { Law, LawViolation } from "./laws/law.ts";
import { askedOf } from "./laws/laws.ts";
import {
  batchSize,
  type GradedExercise,
  type Question,
  type ReferenceSolution,
} from "./reference-solution.ts";
import { cutAfter } from "./smallest-case.ts";

/** The search for the smallest log uses at most so many failing logs. */
const enoughFailing = 24;

/** Folds an answer over logs of an exercise and judges each fold by the reference's. */
export class AnswerFolds {
  readonly exercise: GradedExercise;
  readonly reference: ReferenceSolution;
  readonly #fold: FoldCases;

  constructor(exercise: GradedExercise, reference: ReferenceSolution, fold: FoldCases) {
    this.exercise = exercise;
    this.reference = reference;
    this.#fold = fold;
  }

  /** Folds each of the logs; twice, under two seeds, to find code that does not depend on its log alone. */
  async run(source: string, questions: Question[], twice: boolean): Promise<Trace[]> {
    const folded = questions.map((question) => question.folded);
    const traces = await this.#fold(this.reference.job(source, twice), folded);
    // A missing trace has not passed: only a trace that ended badly may end the list early.
    if (traces.length < folded.length && (traces.at(-1)?.end.verdict ?? "ok") === "ok") {
      throw new Error("The folds of a check ended without a reason.");
    }
    return traces;
  }

  /** What is wrong with a fold; null where nothing is. */
  judge(trace: Trace, { folded, reference }: Question): CheckFinding | null {
    const { checks } = this.exercise;
    return finding(trace, divergenceAt(trace, reference, folded, checks), checks);
  }

  isPossible(candidate: Case): boolean {
    return this.exercise.checks.generated?.possible?.(candidate) ?? true;
  }

  askLaw(law: Law, source: string, log: FoldCase, most: number): Promise<LawViolation | null> {
    const { checks } = this.exercise;
    return law.broken(
      askedOf(this.reference.job(source, false), this.#fold, checks, most),
      log,
      checks.words ?? {},
    );
  }

  /** The first case on which the code goes wrong in the wanted way; its index is -1 if there is none. */
  async firstFailing(
    source: string,
    cases: Case[],
    isWanted: (finding: CheckFinding) => boolean,
  ): Promise<{ place: number; finding?: CheckFinding }> {
    for (let at = 0; at < cases.length; at += batchSize) {
      const questions = await this.reference.ask(cases.slice(at, at + batchSize));
      for (const [i, trace] of (await this.run(source, questions, false)).entries()) {
        const finding = this.judge(trace, questions[i] as Question);
        if (finding && isWanted(finding)) return { place: at + i, finding };
      }
    }
    return { place: -1 };
  }

  /** Of the further logs after the first `tried` some on which the same check fails, each up to where it does. */
  async alsoFailing(source: string, check: string, tried: number): Promise<Case[]> {
    const failing: Case[] = [];
    const others = await this.reference.others();
    for (let at = tried; at < others.length && failing.length < enoughFailing; at += batchSize) {
      const batch = others.slice(at, at + batchSize);
      for (const [i, trace] of (await this.run(source, batch, false)).entries()) {
        if (limitVerdicts.has(trace.end.verdict)) return failing;
        const question = batch[i] as Question;
        const again = this.judge(trace, question);
        if (again?.id === check && again.at) failing.push(cutAfter(question.case, again.at));
      }
    }
    return failing;
  }
}
