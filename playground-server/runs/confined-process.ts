import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { confined } from "./confinement.ts";
import { cpuTime, waitedTime } from "./cpu-time.ts";
import type { ProcessBounds } from "./system-layers.ts";

const watchInterval = 25;
/** What a process may use between two moments of its work, in ms. The clock is the backstop for a busy machine. */
export interface TimeLimits {
  cpuMilliseconds: number;
  wallMilliseconds: number;
}

/** A confined process, seen from outside. */
export class ConfinedProcess {
  /** Resolves when it has ended and all it wrote was heard. */
  readonly gone: Promise<void>;
  /** The end of what it wrote to stderr, for the server's own log. */
  lastWords = "";
  readonly #child: ChildProcessWithoutNullStreams;

  /** `hear` gets what it writes to stdout, as it comes. */
  constructor(script: string, bounds: ProcessBounds, hear: (bytes: Buffer) => void) {
    const { command, args, options } = confined(bounds, join(import.meta.dirname, script));
    this.#child = spawn(command, args, options);
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

  /** Calls `onLimit` when the process has used more than this since the start or the last `restart`. */
  watch(limits: TimeLimits, onLimit: () => void): { restart(): void; stop(): void } {
    const now = () => ({ cpu: cpuTime(this.pid), wall: performance.now() - waitedTime(this.pid) });
    let from = now();
    const timer = setInterval(() => {
      const { cpu, wall } = now();
      const used = cpu === null || from.cpu === null ? 0 : cpu - from.cpu;
      if (used > limits.cpuMilliseconds || wall - from.wall > limits.wallMilliseconds) onLimit();
    }, watchInterval);
    return {
      restart: () => {
        from = now();
      },
      stop: () => clearInterval(timer),
    };
  }
}
