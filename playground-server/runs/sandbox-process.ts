import { StringDecoder } from "node:string_decoder";
import { createLineSplitter } from "./bounded-line-splitter.ts";
import { CancellationFile } from "./cancellation-file.ts";
import { ConfinedProcess } from "./confined-process.ts";
import { type HardLimits, limitsForLines, processBounds, processLimits } from "./limits.ts";
import { readAnswer } from "./sandbox-answer-schema.ts";
import type { LinesJob, NumberedJob, SandboxAnswer, SandboxJob } from "./sandbox-messages.ts";

/**
 * How a job ended: done, killed at a hard limit of so many milliseconds or for its output, given up, or because its
 * process broke.
 */
export type Outcome =
  | { kind: "done"; healthy: boolean }
  | { kind: "limit"; milliseconds: number }
  | { kind: "too-much-output" }
  | { kind: "cancelled" }
  | { kind: "died" };

/** What becomes of a process after a job: kept for the next job, killed because it has grown large, or lost through the job. */
export type ProcessAfterJob = "kept" | "retired" | "lost";

/** What a process says of the job it does. */
export type OutputMessage = Extract<SandboxAnswer, { kind: "message" | "lit" }>;

/** How often the records of one request are folded once more: twice for a second look, and to find a mistake's place. */
const mostFoldsAgain = 3;

/** How long a job that was given up may go on. As for every limit, the limit by the clock is only the backstop. */
const grace = {
  cpuMilliseconds: processLimits.graceMilliseconds,
  wallMilliseconds: processLimits.graceMilliseconds * 10,
  foldMilliseconds: processLimits.graceMilliseconds,
};

/** One sandbox process, seen from outside. It takes one job at a time. */
export class SandboxProcess {
  readonly ready: Promise<void>;
  readonly gone: Promise<void>;
  readonly #process: ConfinedProcess;
  readonly limits: HardLimits;
  /** Resolves when no job is running, not even one that was given up, with what the last one left of the process. */
  idle: Promise<ProcessAfterJob> = Promise.resolve("kept");
  /** The engine's version, once it is ready. */
  engine = "";
  #job: {
    hear(said: OutputMessage): boolean;
    onProgress(): void;
    onAgain(): void;
    end(outcome: Outcome): void;
  } | null = null;
  /** What it means for the job when the process goes. */
  #fate: Outcome = { kind: "died" };
  #output = 0;
  #jobs = 0;
  readonly #givenUpJob = new CancellationFile();
  #onReady: () => void = () => {};

  /** `script` is what runs in it, from this folder; a test may put another in the place of the sandbox. */
  constructor(limits: HardLimits, script = "sandbox-process-main.ts") {
    this.limits = limits;
    const utf8 = new StringDecoder("utf8");
    const read = createLineSplitter((line) => this.#line(line));
    this.#process = new ConfinedProcess(
      script,
      processBounds,
      (bytes) => read(utf8.write(bytes)),
      this.#givenUpJob.readEnd,
    );
    this.#givenUpJob.closeReadEnd();
    this.ready = new Promise((resolve) => {
      this.#onReady = resolve;
    });
    this.gone = this.#process.gone.then(() => {
      this.#givenUpJob.close();
      this.#job?.end(this.#fate);
    });
  }

  get pid(): number {
    return this.#process.pid;
  }

  get lastWords(): string {
    return this.#process.lastWords;
  }

  /**
   * Does one job. `signal` gives it up: the answer comes at once, the process is told to end the job, and is killed if it
   * does not. `hear` says whether the message may come now; where not, the process is in other hands than ours and is
   * killed. Never rejects. Another job may be given when `idle` has resolved.
   */
  run(
    job: SandboxJob | LinesJob,
    hear: (said: OutputMessage) => boolean,
    signal: AbortSignal,
  ): Promise<Outcome> {
    if (signal.aborted) return Promise.resolve({ kind: "cancelled" });
    const limits = "lines" in job ? limitsForLines(this.limits) : this.limits;
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const idle = Promise.withResolvers<ProcessAfterJob>();
    this.idle = idle.promise;
    const number = ++this.#jobs;
    this.#output = 0;
    // What was written before the kill is still to be read: the job ends when the process is gone.
    const onLimit = (milliseconds: number) => {
      this.#fate = { kind: "limit", milliseconds };
      this.kill();
    };
    let watch = this.#process.watch(limits, onLimit);
    const end = (outcome: Outcome) => {
      if (this.#job?.end !== end) return;
      this.#job = null;
      watch.stop();
      signal.removeEventListener("abort", giveUp);
      const good = outcome.kind === "done" && outcome.healthy;
      const grown = this.#output > processLimits.retiringCharacters;
      if (!good || grown) this.kill();
      resolve(outcome);
      idle.resolve(good ? (grown ? "retired" : "kept") : "lost");
    };
    const giveUp = () => {
      this.#job = { hear: () => true, onProgress: () => {}, onAgain: () => {}, end };
      this.#givenUpJob.write(number);
      watch.stop();
      watch = this.#process.watch(grace, () => this.kill());
      resolve({ kind: "cancelled" });
    };
    let again = 0;
    this.#job = {
      hear: (said) => {
        if (said.message.kind === "end") {
          watch.restart();
          again = 0;
        } else watch.progress();
        return hear(said);
      },
      onProgress: () => watch.progress(),
      onAgain: () => {
        if (again++ < mostFoldsAgain) watch.restart();
      },
      end,
    };
    signal.addEventListener("abort", giveUp, { once: true });
    const numbered: NumberedJob = { ...job, number };
    this.#process.stdin.write(`${JSON.stringify(numbered)}\n`);
    return promise;
  }

  #line(line: string): void {
    this.#output += line.length;
    if (this.#output > this.limits.outputCharacters) {
      this.#job?.end({ kind: "too-much-output" });
      return;
    }
    const answer = readAnswer(line);
    if (answer?.kind === "ready" && this.engine === "") {
      this.engine = answer.engine;
      this.#onReady();
      return;
    }
    const job = this.#job;
    // What is said without a job could pass for the next one's answer.
    if (!job) this.kill();
    else if (answer?.kind === "done") job.end({ kind: "done", healthy: answer.health === "healthy" });
    else if (answer?.kind === "working") job.onProgress();
    else if (answer?.kind === "again") job.onAgain();
    else if ((answer?.kind !== "message" && answer?.kind !== "lit") || !job.hear(answer))
      job.end({ kind: "died" });
  }

  get working(): boolean {
    return this.#job !== null;
  }

  get killed(): boolean {
    return this.#process.killed;
  }

  kill(): void {
    this.#process.kill();
  }
}
