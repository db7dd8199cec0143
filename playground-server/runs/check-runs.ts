import { AsyncLocalStorage } from "node:async_hooks";
import { randomInt } from "node:crypto";
import { collectTrace } from "../../engine/fold/states-of-trace.ts";
import type { Progress } from "../../engine/fold/trace.ts";
import type { FoldCases } from "../../engine/grading/fold-job.ts";
import { Grader, type HearProgress } from "../../engine/grading/grader.ts";
import type { CheckBody } from "../../engine/protocol/request-types.ts";
import type { CheckMessage, Comparison } from "../../engine/protocol/response-types.ts";
import { givenUpFailure } from "../../engine/sandbox/fold-failures.ts";
import type { Exercise } from "../../exercises/catalog.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import { type QueueTicket, WaitCancelled } from "./fair-slot-queue.ts";
import type { ManyFolds, Runner } from "./runner.ts";

/** The check run that a fold belongs to: its slot of the sandbox. */
const slot = new AsyncLocalStorage<FoldCases>();
const foldInSlot: FoldCases = (job, cases) => {
  const fold = slot.getStore();
  if (!fold) throw new Error("A check run folds outside its slot.");
  return fold(job, cases);
};

/** Of an exercise: the graders that are kept, each with the solution's traces of one seed. */
const mostSeeds = 4;

/** Check runs: a source graded against an exercise, with seeds of the server's own. */
export class CheckRuns {
  #runner: Runner;
  /** By exercise as it was read: one that is read again gets new graders. */
  #graders = new WeakMap<Exercise, Map<number, Grader>>();
  readonly #ownSeed: number;

  constructor(runner: Runner, ownSeed = randomInt(2 ** 31)) {
    this.#runner = runner;
    this.#ownSeed = ownSeed;
  }

  /** Emits its place in the queue while it waits, check messages, and exactly one end. Throws `busy` before the first. */
  async check(
    ticket: QueueTicket,
    exercise: Exercise,
    body: Omit<CheckBody, "exercise">,
    emit: (message: CheckMessage | Progress) => void,
    signal: AbortSignal,
    hear?: HearProgress,
  ): Promise<void> {
    if (body.source === undefined && exercise.predict.length === 0)
      throw new Refusal("request-invalid", refusalDetail("no-predictions"));
    try {
      await this.#inSlot(ticket, exercise, () => this.#grade(exercise, body, emit, hear), signal, emit);
    } catch (error) {
      if (!(error instanceof WaitCancelled)) throw error;
      emit({
        kind: "end",
        ...givenUpFailure,
        passed: false,
        records: 0,
        logs: 0,
        seed: null,
      });
    }
  }

  /** The source's fold and the solution's of the exercise's own log, side by side. Throws `busy` and `WaitCancelled`. */
  async compare(
    ticket: QueueTicket,
    exercise: Exercise,
    source: string,
    signal: AbortSignal,
  ): Promise<Comparison> {
    const compare = () => this.#grader(exercise, this.#ownSeed).compare(source);
    return this.#inSlot(ticket, exercise, compare, signal);
  }

  async #inSlot<T>(
    ticket: QueueTicket,
    exercise: Exercise,
    work: () => Promise<T>,
    signal: AbortSignal,
    emit?: (message: Progress) => void,
  ): Promise<T> {
    try {
      const inSlot = (fold: Parameters<typeof foldCases>[0]) => slot.run(foldCases(fold, exercise), work);
      return await this.#runner.folds(ticket, inSlot, signal, emit);
    } catch (error) {
      // Refused before anything was folded, or given up: the solution's own folds are whole. Else they may be half done.
      if (!(error instanceof Refusal || error instanceof WaitCancelled)) this.#graders.delete(exercise);
      throw error;
    }
  }

  /** Whoever names a seed can know its logs: what passes on them has to pass on the server's own too. */
  async #grade(
    exercise: Exercise,
    { source, predicted = [], seed }: Omit<CheckBody, "exercise">,
    emit: (message: CheckMessage) => void,
    hear?: HearProgress,
  ): Promise<void> {
    if (source === undefined) return this.#grader(exercise, this.#ownSeed).predictions(predicted, emit);
    if (seed !== undefined && seed !== this.#ownSeed) {
      const messages: CheckMessage[] = [];
      await this.#grader(exercise, seed).grade(source, (message) => messages.push(message), hear);
      if (!messages.at(-1)?.passed) {
        for (const message of messages) emit(message);
        return;
      }
    }
    await this.#grader(exercise, this.#ownSeed).grade(source, emit, hear);
  }

  #grader(exercise: Exercise, seed: number): Grader {
    const graders = this.#graders.get(exercise) ?? new Map<number, Grader>();
    this.#graders.set(exercise, graders);
    const grader = graders.get(seed) ?? new Grader(exercise, foldInSlot, seed);
    graders.delete(seed);
    graders.set(seed, grader);
    const named = [...graders.keys()].filter((each) => each !== this.#ownSeed);
    if (named.length > mostSeeds) graders.delete(named[0] as number);
    return grader;
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
