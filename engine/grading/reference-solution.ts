import * as fc from "fast-check";
import type { Wording } from "../fold/describe-step.ts";
import type { RawRecord } from "../fold/event.ts";
import type { Json } from "../fold/json.ts";
import type { Command, Entry, Scope, Trace } from "../fold/trace.ts";
import type { Case, ExerciseChecks } from "./checks.ts";
import { caseOf, type FoldCase, type FoldCases, type FoldJob, placeCase } from "./fold-job.ts";
import type { LawSelection } from "./laws/law.ts";

/** What grading needs to know of an exercise. */
export interface GradedExercise {
  id: string;
  entry: Entry;
  scope: Scope;
  records: RawRecord[];
  commands?: Command[];
  args?: Json[];
  solution: string;
  checks: ExerciseChecks;
  laws?: Partial<LawSelection>;
  /** The steps after which the state can be predicted, and how a step is described. */
  predict?: number[];
  wording?: Wording;
}

/** A case to fold, with what the solution makes of it. */
export interface Question {
  case: Case;
  folded: FoldCase;
  reference: Trace;
}

export const generatedRuns = 200;
/** Cases folded by one call, so that no call comes near the hard limits. */
export const batchSize = 40;

/** An exercise's solution, folded over the exercise's log, the author's cases and the generated ones: each once. */
export class ReferenceSolution {
  readonly exercise: GradedExercise;
  readonly seed: number;
  readonly #fold: FoldCases;
  #own: Promise<Question> | undefined;
  #others: Promise<Question[]> | undefined;

  constructor(exercise: GradedExercise, fold: FoldCases, seed: number) {
    this.exercise = exercise;
    this.seed = seed;
    this.#fold = fold;
  }

  /** The exercise's own log. It keeps its positions: messages name the offsets that the learner sees. */
  own(): Promise<Question> {
    const { records, commands, args } = this.exercise;
    const own = { ...caseOf(records, commands), ...(args && { args }) };
    this.#own ??= this.ask([own], (each) => ({ ...placeCase(each), records })).then(
      ([question]) => question as Question,
    );
    return this.#own;
  }

  /** The author's cases, then the generated ones. */
  others(): Promise<Question[]> {
    this.#others ??= this.ask(this.#cases());
    return this.#others;
  }

  /** Folds the solution over the cases, in batches. Throws where it fails. */
  async ask(cases: Case[], place: (one: Case) => FoldCase = placeCase): Promise<Question[]> {
    const { id, solution } = this.exercise;
    const questions: Question[] = [];
    for (let at = 0; at < cases.length; at += batchSize) {
      const batch = cases.slice(at, at + batchSize).map((one) => ({ case: one, folded: place(one) }));
      const folded = batch.map((question) => question.folded);
      const traces = await this.#fold(this.job(solution, false), folded);
      for (const [i, question] of batch.entries()) {
        const reference = traces[i];
        if (reference?.end.verdict !== "ok") {
          throw new Error(`The solution of ${id} fails: ${reference?.end.message ?? "it was stopped"}`);
        }
        questions.push({ ...question, reference });
      }
    }
    return questions;
  }

  job(source: string, twice: boolean): FoldJob {
    const { entry, scope } = this.exercise;
    return { source, entry, scope, seed: this.seed, twice };
  }

  #cases(): Case[] {
    const { cases = [], generated } = this.exercise.checks;
    if (!generated) return cases;
    return [...cases, ...fc.sample(generated.cases(fc), { numRuns: generatedRuns, seed: this.seed })];
  }
}
