import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { TraceMessage } from "../../engine/fold/trace.ts";
import { readAnswer } from "./answers.ts";
import { confined } from "./confinement.ts";
import { cpuTime } from "./cpu-time.ts";
import type { SandboxJob } from "./job.ts";
import type { HardLimits } from "./limits.ts";

/** How a job ended: by itself, killed at a hard limit, killed because its run was given up, or because it broke. */
export type Outcome =
  | { kind: "done"; healthy: boolean }
  | { kind: "limit" }
  | { kind: "too-much-output" }
  | { kind: "cancelled" }
  | { kind: "died" };

const watchInterval = 25;
/** How long a job that was given up may go on before the process is killed, in ms: a good run ends by itself. */
const grace = 50;
/** The longest line a process may write: a step with the largest state and event is far shorter. */
const lineCharacters = 4 * 1024 * 1024;

/** One sandbox process, seen from outside. It takes one job at a time. */
export class SandboxProcess {
  readonly ready: Promise<void>;
  readonly gone: Promise<void>;
  /** The end of what it wrote to stderr, for the server's own log. */
  lastWords = "";
  #child: ChildProcessWithoutNullStreams;
  readonly limits: HardLimits;
  /** Resolves when no job is running, not even one that was given up. */
  idle: Promise<void> = Promise.resolve();
  /** The engine's version, once it is ready. */
  engine = "";
  #job: { onMessage(request: number, message: TraceMessage): void; end(outcome: Outcome): void } | null =
    null;
  /** What it means for the job when the process goes. */
  #fate: Outcome = { kind: "died" };
  #rest = "";
  #output = 0;
  #onReady: () => void = () => {};

  constructor(limits: HardLimits) {
    this.limits = limits;
    const { command, args, options } = confined("sandbox.ts");
    this.#child = spawn(command, args, options);
    this.ready = new Promise((resolve) => {
      this.#onReady = resolve;
    });
    this.gone = new Promise((resolve) => {
      this.#child.once("error", () => this.#buried(resolve));
      this.#child.once("close", () => this.#buried(resolve));
    });
    this.#child.stdin.on("error", () => {});
    this.#child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.lastWords = (this.lastWords + text).slice(-2_000);
    });
    this.#child.stdout.setEncoding("utf8");
    this.#child.stdout.on("data", (text: string) => this.#read(text));
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /**
   * Does one job. `signal` gives it up: the answer comes at once, and the process has a moment to end the job by
   * itself before it is killed. Never rejects. Another job may be given when `idle` has resolved.
   */
  run(
    job: SandboxJob,
    onMessage: (request: number, message: TraceMessage) => void,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const idle = Promise.withResolvers<void>();
    this.idle = idle.promise;
    this.#output = 0;
    // What was written before the kill is still to be read: the job ends when the process is gone.
    const watch = this.#watch(() => {
      this.#fate = { kind: "limit" };
      this.kill();
    });
    const end = (outcome: Outcome) => {
      if (this.#job?.end !== end) return;
      this.#job = null;
      watch.stop();
      signal.removeEventListener("abort", giveUp);
      if (outcome.kind !== "done" || !outcome.healthy) this.kill();
      resolve(outcome);
      idle.resolve();
    };
    const giveUp = () => {
      this.#job = { onMessage: () => {}, end };
      setTimeout(() => end({ kind: "cancelled" }), grace);
      resolve({ kind: "cancelled" });
    };
    this.#job = {
      onMessage: (request, message) => {
        if (message.kind === "end") watch.restart();
        onMessage(request, message);
      },
      end,
    };
    if (signal.aborted) end({ kind: "cancelled" });
    else {
      signal.addEventListener("abort", giveUp, { once: true });
      this.#child.stdin.write(`${JSON.stringify(job)}\n`);
    }
    return promise;
  }

  /** Calls `onLimit` when a request of the job has used up its time, or the whole job its own. */
  #watch(onLimit: () => void): { restart(): void; stop(): void } {
    const now = () => ({ cpu: cpuTime(this.pid), wall: performance.now() });
    const job = now();
    let request = job;
    const timer = setInterval(() => {
      const { cpu, wall } = now();
      const used = cpu === null || request.cpu === null ? 0 : cpu - request.cpu;
      const { limits } = this;
      const tooLong =
        used > limits.cpuMilliseconds ||
        wall - request.wall > limits.wallMilliseconds ||
        wall - job.wall > limits.jobWallMilliseconds;
      if (tooLong) onLimit();
    }, watchInterval);
    return {
      restart: () => {
        request = now();
      },
      stop: () => clearInterval(timer),
    };
  }

  #read(text: string): void {
    this.#output += text.length;
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) this.#line(line);
    if (this.#rest.length > lineCharacters) this.#job?.end({ kind: "died" });
    if (this.#output > this.limits.outputCharacters) this.#job?.end({ kind: "too-much-output" });
  }

  #line(line: string): void {
    const answer = readAnswer(line);
    if (answer?.kind === "ready") {
      this.engine = answer.engine;
      this.#onReady();
      return;
    }
    const job = this.#job;
    if (!job) return;
    if (answer?.kind === "message") job.onMessage(answer.request, answer.message);
    else job.end(answer ? { kind: "done", healthy: answer.health === "healthy" } : { kind: "died" });
  }

  #buried(resolve: () => void): void {
    this.#job?.end(this.#fate);
    resolve();
  }

  get working(): boolean {
    return this.#job !== null;
  }

  get killed(): boolean {
    return this.#child.killed;
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }
}
