import { type ChildProcessWithoutNullStreams, type StdioOptions, spawn } from "node:child_process";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { confined } from "./confinement.ts";
import { cpuTime, waitedTime } from "./cpu-time.ts";
import type { ProcessBounds } from "./os-isolation-layers.ts";

const watchInterval = 25;
/** What a process may use, in ms. The clock is the backstop for a busy machine. */
export interface TimeLimits {
  /** Without progress. */
  cpuMilliseconds: number;
  wallMilliseconds: number;
  /** Processor time of a piece of work, whatever its progress. */
  foldMilliseconds: number;
  /** All pieces of work together, by the clock; time in which the process waited for a processor is not counted. */
  jobWallMilliseconds?: number;
}

/** A look at what a process uses. */
export interface TimeWatch {
  /** The process has got on with its work. */
  progress(): void;
  /** A new piece of work begins. */
  restart(): void;
  stop(): void;
}

/** A confined process, seen from outside. */
export class ConfinedProcess {
  /** Resolves when it has ended and all it wrote was heard. */
  readonly gone: Promise<void>;
  /** The end of what it wrote to stderr, for the server's own log. */
  lastWords = "";
  readonly #child: ChildProcessWithoutNullStreams;

  /** `hear` gets what it writes to stdout, as it comes. `descriptor` becomes the one after stderr's in the process. */
  constructor(
    script: string,
    bounds: ProcessBounds,
    hear: (bytes: Buffer) => void,
    descriptor: number | null = null,
  ) {
    const { command, args, options } = confined(bounds, join(import.meta.dirname, script));
    const stdio: StdioOptions = [...options.stdio, descriptor ?? "ignore"];
    this.#child = spawn(command, args, { ...options, stdio }) as ChildProcessWithoutNullStreams;
    this.gone = new Promise((resolve) => {
      this.#child.once("error", () => resolve());
      this.#child.once("close", () => resolve());
    });
    this.#child.stdin.on("error", () => {});
    this.#child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.lastWords = (this.lastWords + text).slice(-2_000);
    });
    this.#child.stdout.on("data", hear);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get killed(): boolean {
    return this.#child.killed;
  }

  get stdin(): Writable {
    return this.#child.stdin;
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  /** Calls `onLimit` with the milliseconds of the limit when the process has used more than that. */
  watch(limits: TimeLimits, onLimit: (milliseconds: number) => void): TimeWatch {
    const now = () => ({ cpu: cpuTime(this.pid), wall: performance.now() - waitedTime(this.pid) });
    const start = now();
    let begun = start;
    let from = start;
    let progressed = false;
    const timer = setInterval(() => {
      const at = now();
      // Looked up here, not at each message: a fold may send thousands in a second.
      if (progressed) from = at;
      progressed = false;
      const used = (since: typeof at) => (at.cpu === null || since.cpu === null ? 0 : at.cpu - since.cpu);
      if (used(from) > limits.cpuMilliseconds) onLimit(limits.cpuMilliseconds);
      else if (at.wall - from.wall > limits.wallMilliseconds) onLimit(limits.wallMilliseconds);
      else if (used(begun) > limits.foldMilliseconds) onLimit(limits.foldMilliseconds);
      else if (limits.jobWallMilliseconds !== undefined && at.wall - start.wall > limits.jobWallMilliseconds)
        onLimit(limits.jobWallMilliseconds);
    }, watchInterval);
    return {
      progress: () => {
        progressed = true;
      },
      restart: () => {
        begun = now();
        from = begun;
      },
      stop: () => clearInterval(timer),
    };
  }
}
