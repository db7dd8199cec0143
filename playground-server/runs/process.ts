import { StringDecoder } from "node:string_decoder";
import { readAnswer } from "./answers.ts";
import { ConfinedProcess } from "./confined-process.ts";
import type { LinesJob, SandboxAnswer, SandboxJob } from "./job.ts";
import { type HardLimits, limitsForLines, processBounds, processLimits } from "./limits.ts";
import { lineReader } from "./lines.ts";

/** How a job ended: by itself, killed at a hard limit, killed because its run was given up, or because it broke. */
export type Outcome =
  | { kind: "done"; healthy: boolean }
  | { kind: "limit" }
  | { kind: "too-much-output" }
  | { kind: "cancelled" }
  | { kind: "died" };

/** What a process says of the job it does. */
export type Said = Extract<SandboxAnswer, { kind: "message" | "lit" }>;

/** How often the records of one request are folded once more: twice for a second look, and to find a mistake's place. */
const mostFoldsAgain = 3;

/** One sandbox process, seen from outside. It takes one job at a time. */
export class SandboxProcess {
  readonly ready: Promise<void>;
  readonly gone: Promise<void>;
  readonly #process: ConfinedProcess;
  readonly limits: HardLimits;
  /** Resolves when no job is running, not even one that was given up. */
  idle: Promise<void> = Promise.resolve();
  /** The engine's version, once it is ready. */
  engine = "";
  #job: {
    hear(said: Said): boolean;
    onAgain(): void;
    end(outcome: Outcome): void;
  } | null = null;
  /** What it means for the job when the process goes. */
  #fate: Outcome = { kind: "died" };
  #output = 0;
  #onReady: () => void = () => {};

  /** `script` is what runs in it, from this folder; a test may put another in the place of the sandbox. */
  constructor(limits: HardLimits, script = "sandbox.ts") {
    this.limits = limits;
    const utf8 = new StringDecoder("utf8");
    const read = lineReader((line) => this.#line(line));
    this.#process = new ConfinedProcess(script, processBounds, (bytes) => read(utf8.write(bytes)));
    this.ready = new Promise((resolve) => {
      this.#onReady = resolve;
    });
    this.gone = this.#process.gone.then(() => this.#job?.end(this.#fate));
  }

  get pid(): number {
    return this.#process.pid;
  }

  get lastWords(): string {
    return this.#process.lastWords;
  }

  /**
   * Does one job. `signal` gives it up: the answer comes at once, and the process has a moment to end the job by
   * itself before it is killed. `hear` says whether the message may come now; where not, the process is in other
   * hands than ours and is killed. Never rejects. Another job may be given when `idle` has resolved.
   */
  run(job: SandboxJob | LinesJob, hear: (said: Said) => boolean, signal: AbortSignal): Promise<Outcome> {
    const limits = "lines" in job ? limitsForLines(this.limits) : this.limits;
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const idle = Promise.withResolvers<void>();
    this.idle = idle.promise;
    this.#output = 0;
    // What was written before the kill is still to be read: the job ends when the process is gone.
    const onLimit = () => {
      this.#fate = { kind: "limit" };
      this.kill();
    };
    const watch = this.#process.watch(limits, onLimit);
    const whole = setTimeout(onLimit, limits.jobWallMilliseconds);
    const end = (outcome: Outcome) => {
      if (this.#job?.end !== end) return;
      this.#job = null;
      watch.stop();
      clearTimeout(whole);
      signal.removeEventListener("abort", giveUp);
      const good = outcome.kind === "done" && outcome.healthy;
      if (!good || this.#output > processLimits.retiringCharacters) this.kill();
      resolve(outcome);
      idle.resolve();
    };
    const giveUp = () => {
      this.#job = { hear: () => true, onAgain: () => {}, end };
      setTimeout(() => end({ kind: "cancelled" }), processLimits.graceMilliseconds);
      resolve({ kind: "cancelled" });
    };
    let again = 0;
    this.#job = {
      hear: (said) => {
        if (said.message.kind === "end") {
          watch.restart();
          again = 0;
        }
        return hear(said);
      },
      onAgain: () => {
        if (again++ < mostFoldsAgain) watch.restart();
      },
      end,
    };
    if (signal.aborted) end({ kind: "cancelled" });
    else {
      signal.addEventListener("abort", giveUp, { once: true });
      this.#process.stdin.write(`${JSON.stringify(job)}\n`);
    }
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
