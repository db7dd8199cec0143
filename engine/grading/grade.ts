import * as fc from "fast-check";
import type { RawRecord } from "../fold/event.ts";
import type { Command, Entry, Scope, Trace } from "../fold/trace.ts";
import type { CheckMessage, FirstDivergence } from "../protocol/answers.ts";
import { caseOf, type FoldCase, type FoldCases, type FoldJob, placeCase } from "./cases.ts";
import type { At, Case, ExerciseChecks } from "./checks.ts";
import { divergenceAt } from "./divergence.ts";
import { type Finding, finding, generatedTitle, houseChecks } from "./finding.ts";
import { smallestCase } from "./shrink.ts";

/** What grading needs to know of an exercise. */
export interface GradedExercise {
  id: string;
  entry: Entry;
  scope: Scope;
  records: RawRecord[];
  commands?: Command[];
  solution: string;
  checks: ExerciseChecks;
}

const generatedRuns = 200;
/** Cases folded by one call, so that no call comes near the hard limits. */
const batchSize = 40;

/** A case to fold, with what the reference makes of it. */
interface Question {
  case: Case;
  folded: FoldCase;
  reference: Trace;
}

/**
 * Grades sources against one exercise: the lesson's log first, then the author's cases, then generated logs. Compares on
 * the host, never in the guest. Keep it: the reference's traces are folded once.
 */
export class Grader {
  readonly #exercise: GradedExercise;
  readonly #fold: FoldCases;
  readonly #seed: number;
  #lesson: Promise<Question[]> | undefined;
  #others: Promise<Question[]> | undefined;

  constructor(exercise: GradedExercise, fold: FoldCases, seed: number) {
    this.#exercise = exercise;
    this.#fold = fold;
    this.#seed = seed;
  }

  /** Emits a message for every check that was passed or failed, up to the first that failed, and one `end`. */
  async grade(source: string, emit: (message: CheckMessage) => void): Promise<void> {
    this.#lesson ??= this.#askLesson();
    const [lesson] = await this.#lesson;
    const [trace] = lesson ? await this.#run(source, [lesson], true) : [];
    if (!lesson || !trace) throw new Error("The fold of the lesson's log gave no trace.");
    const found = this.#judge(trace, lesson);
    if (found) {
      const smallest = await this.#smallest(source, found, lesson);
      return this.#tellFailure({ ...found, counterexample: smallest?.case }, 0, emit);
    }
    this.#others ??= this.#ask(this.#cases());
    const others = await this.#others;
    for (let at = 0; at < others.length; at += batchSize) {
      const batch = others.slice(at, at + batchSize);
      for (const [i, trace] of (await this.#run(source, batch, false)).entries()) {
        const question = batch[i] as Question;
        const found = this.#judge(trace, question);
        if (!found) continue;
        // The learner has never seen this log: the smallest one speaks for it.
        const smallest = await this.#smallest(source, found, question);
        return this.#tellFailure(
          { ...(smallest?.found ?? found), counterexample: smallest?.case },
          at + i + 1,
          emit,
        );
      }
    }
    this.#tellSuccess(others.length, emit);
  }

  #tellFailure(
    found: Finding & { counterexample?: Case },
    logs: number,
    emit: (message: CheckMessage) => void,
  ): void {
    const { checks, records } = this.#exercise;
    const { id, title, message, verdict, at, counterexample } = found;
    const place = checks.checks.findIndex((check) => check.id === id);
    for (const before of checks.checks.slice(0, Math.max(0, place))) emit(passed(before));
    emit({
      kind: "check",
      id,
      title,
      passed: false,
      message,
      ...(at && { firstDivergence: divergenceOf(at) }),
      ...(counterexample && { counterexample }),
    });
    emit({ kind: "end", verdict, passed: false, message, records: records.length, logs });
  }

  #tellSuccess(logs: number, emit: (message: CheckMessage) => void): void {
    const { checks, records } = this.#exercise;
    for (const check of [...checks.checks, ...houseChecks]) emit(passed(check));
    if (logs > 0) emit(passed(generatedTitle(logs)));
    const unseen = logs > 0 ? `, on this log and on ${logs} you have not seen` : "";
    emit({
      kind: "end",
      verdict: "ok",
      passed: true,
      message: `Right${unseen}.`,
      records: records.length,
      logs,
    });
  }

  /** The smallest log on which the same check fails; undefined where the code came to no record. */
  async #smallest(
    source: string,
    found: Finding,
    failing: Question,
  ): Promise<{ case: Case; found: Finding } | undefined> {
    if (!found.at) return undefined;
    const possible = this.#exercise.checks.generated?.possible ?? (() => true);
    let told = found;
    const smallest = await smallestCase(cutAfter(failing.case, found.at), async (candidates) => {
      const usable = candidates.filter((candidate) => possible(candidate));
      for (let at = 0; at < usable.length; at += batchSize) {
        const questions = await this.#ask(usable.slice(at, at + batchSize));
        for (const [i, trace] of (await this.#run(source, questions, false)).entries()) {
          const again = this.#judge(trace, questions[i] as Question);
          if (again?.id !== found.id) continue;
          told = again;
          return candidates.indexOf(usable[at + i] as Case);
        }
      }
      return -1;
    });
    return { case: smallest, found: told };
  }

  #judge(trace: Trace, { folded, reference }: Question): Finding | null {
    const at = divergenceAt(trace, reference, folded, this.#exercise.checks);
    return finding(trace, at, this.#exercise.checks);
  }

  #cases(): Case[] {
    const { cases = [], generated } = this.#exercise.checks;
    if (!generated) return cases;
    return [...cases, ...fc.sample(generated.cases(fc), { numRuns: generatedRuns, seed: this.#seed })];
  }

  /** The lesson's log keeps its positions: messages name the offsets that the learner sees. */
  #askLesson(): Promise<Question[]> {
    const { records, commands } = this.#exercise;
    return this.#ask([caseOf(records, commands)], (lesson) => ({ ...placeCase(lesson), records }));
  }

  /** Folds the reference over the cases, in batches. */
  async #ask(cases: Case[], place: (one: Case) => FoldCase = placeCase): Promise<Question[]> {
    const questions: Question[] = [];
    for (let at = 0; at < cases.length; at += batchSize) {
      const batch = cases.slice(at, at + batchSize).map((one) => ({ case: one, folded: place(one) }));
      const folded = batch.map((question) => question.folded);
      const traces = await this.#fold(this.#job(this.#exercise.solution, false), folded);
      for (const [i, question] of batch.entries()) {
        const reference = traces[i];
        if (reference?.end.verdict !== "ok") {
          throw new Error(
            `The solution of ${this.#exercise.id} fails: ${reference?.end.message ?? "it was stopped"}`,
          );
        }
        questions.push({ ...question, reference });
      }
    }
    return questions;
  }

  #run(source: string, questions: Question[], twice: boolean): Promise<Trace[]> {
    return this.#fold(
      this.#job(source, twice),
      questions.map(({ folded }) => folded),
    );
  }

  #job(source: string, twice: boolean): FoldJob {
    const { entry, scope } = this.#exercise;
    return { source, entry, scope, seed: this.#seed, twice };
  }
}

function passed({ id, title }: { id: string; title: string }): CheckMessage {
  return { kind: "check", id, title, passed: true, message: "" };
}

function divergenceOf({ index, position, expected, actual, ...results }: At): FirstDivergence {
  return "expectedResult" in results
    ? { index, position, expected: results.expectedResult ?? null, actual: results.actualResult ?? null }
    : { index, position, expected, actual };
}

/** What came after the divergence has no part in it. */
function cutAfter(failing: Case, { index, history, event, command }: At): Case {
  const records = history.length + (event ? 1 : 0);
  if (index < 0 || command || records >= failing.records.length || (!event && !command)) return failing;
  return {
    ...failing,
    records: failing.records.slice(0, records),
    ...(failing.commands && { commands: [] }),
  };
}
