import { AsyncLocalStorage } from "node:async_hooks";
import { randomInt } from "node:crypto";
import { collectTrace } from "../../engine/fold/steps.ts";
import type { FoldCases } from "../../engine/grading/cases.ts";
import { Grader } from "../../engine/grading/grade.ts";
import type { CheckMessage } from "../../engine/protocol/answers.ts";
import type { CheckBody } from "../../engine/protocol/requests.ts";
import type { Exercise } from "../../exercises/shelf.ts";
import { Refusal } from "../errors.ts";
import { GivenUp, type Ticket } from "./queue.ts";
import { givenUpSentence, type ManyFolds, type Runner } from "./runner.ts";

/** The check run that a fold belongs to: its slot of the sandbox. */
const slot = new AsyncLocalStorage<FoldCases>();
const foldInSlot: FoldCases = (job, cases) => {
  const fold = slot.getStore();
  if (!fold) throw new Error("A check run folds outside its slot.");
  return fold(job, cases);
};

/** Graders that are kept; the one asked for longest ago goes first. */
const mostGraders = 100;

/** Check runs: a source graded against an exercise, with seeds of the server's own where the request names none. */
export class Checks {
  #runner: Runner;
  /** One for each exercise and seed: it keeps the traces of the solution. */
  #graders = new Map<string, Grader>();
  readonly #ownSeed = randomInt(2 ** 31);

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  /** Emits check messages and exactly one end. Throws `busy` before the first. */
  async check(
    ticket: Ticket,
    exercise: Exercise,
    { source, seed = this.#ownSeed }: Pick<CheckBody, "source" | "seed">,
    emit: (message: CheckMessage) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const name = `${exercise.id} ${seed}`;
    const grader = this.#graders.get(name) ?? new Grader(exercise, foldInSlot, seed);
    this.#keep(name, grader);
    try {
      await this.#runner.folds(
        ticket,
        (fold) => slot.run(foldCases(fold, exercise), () => grader.grade(source, emit)),
        signal,
      );
    } catch (error) {
      // Refused before anything was folded.
      if (error instanceof Refusal) throw error;
      if (!(error instanceof GivenUp)) {
        // What it keeps of the solution's traces may be half done.
        this.#graders.delete(name);
        throw error;
      }
      emit({
        kind: "end",
        verdict: "cancelled",
        passed: false,
        message: givenUpSentence,
        records: 0,
        logs: 0,
        seed: null,
      });
    }
  }

  #keep(name: string, grader: Grader): void {
    this.#graders.delete(name);
    this.#graders.set(name, grader);
    const [oldest] = this.#graders.keys();
    if (this.#graders.size > mostGraders && oldest !== undefined) this.#graders.delete(oldest);
  }
}

/** The solution's own folds are finished whatever happens to the check run: the grader keeps them for the next. */
function foldCases(
  fold: (many: ManyFolds, kept: boolean) => Promise<Parameters<typeof collectTrace>[0][]>,
  { solution }: Exercise,
): FoldCases {
  return async (shared, cases) => {
    const requests = cases.map((own) => ({
      ...own,
      runId: "check",
      slice: { topic: "given", partitions: [{ partition: 0, from: 0, to: own.records.length }] },
    }));
    return (await fold({ shared, requests }, shared.source === solution)).map(collectTrace);
  };
}
