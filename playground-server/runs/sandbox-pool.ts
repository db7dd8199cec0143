import type { Logger } from "pino";
import { type HardLimits, processLimits } from "./limits.ts";
import { type ProcessAfterJob, SandboxProcess } from "./sandbox-process.ts";

/** Pre-started sandbox processes: one for each slot, and a spare that takes the place of one that was killed. */
export class SandboxPool {
  readonly #slots: number;
  #limits: HardLimits;
  #logger: Logger;
  #processes = new Set<SandboxProcess>();
  #free: SandboxProcess[] = [];
  #waiting: ((process: SandboxProcess) => void)[] = [];
  /** Who waits until there is a process for each slot again. */
  #refilling: (() => void)[] = [];
  #closed = false;
  /** Processes in a row that ended before they were ready: a broken installation must not be tried in a circle. */
  #stillborn = 0;

  constructor(slots: number, limits: HardLimits, logger: Logger) {
    this.#slots = slots;
    this.#limits = limits;
    this.#logger = logger;
    for (let i = 0; i < slots + 1; i++) this.#add();
  }

  /** Whether a process is there to take or at work. */
  get alive(): boolean {
    return [...this.#processes].some(({ engine }) => engine !== "");
  }

  get engine(): string {
    return [...this.#processes].find(({ engine }) => engine !== "")?.engine ?? "";
  }

  get pids(): number[] {
    return [...this.#processes].map(({ pid }) => pid);
  }

  /** The processes that have a job now. */
  get working(): number[] {
    return [...this.#processes].filter(({ working }) => working).map(({ pid }) => pid);
  }

  /** A process to itself; null when none could be started for a while. Give it back, whatever became of it. */
  take(): Promise<SandboxProcess | null> {
    const process = this.#free.pop();
    if (process) return Promise.resolve(process);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((waiting) => waiting !== give);
        resolve(null);
      }, processLimits.startMilliseconds);
      const give = (process: SandboxProcess) => {
        clearTimeout(timer);
        resolve(process);
      };
      this.#waiting.push(give);
    });
  }

  /** Resolves when its job has ended, also one that was given up, with what that left of it. */
  async giveBack(process: SandboxProcess): Promise<ProcessAfterJob> {
    const left = await process.idle;
    this.#offer(process);
    return left;
  }

  /**
   * Resolves when there is a process for each slot: whoever costs processes faster than they come up waits for them, and
   * nobody else. Resolves also when none could be started for a while.
   */
  refilled(): Promise<void> {
    if (this.#isFull) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, processLimits.startMilliseconds);
      this.#refilling.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** How many processes are ready or at work. */
  get usable(): number {
    return [...this.#processes].filter(({ engine, killed }) => engine !== "" && !killed).length;
  }

  get #isFull(): boolean {
    return this.#closed || this.usable >= this.#slots;
  }

  #add(): void {
    const process = new SandboxProcess(this.#limits);
    this.#processes.add(process);
    void process.ready.then(() => {
      this.#stillborn = 0;
      this.#offer(process);
    });
    void process.gone.then(() => {
      this.#processes.delete(process);
      this.#free = this.#free.filter((free) => free !== process);
      if (this.#closed) return;
      this.#logger.info({ pid: process.pid, said: process.lastWords }, "a sandbox process ended");
      const pause = process.engine === "" ? Math.min(10_000, 100 * 2 ** this.#stillborn++) : 0;
      setTimeout(() => this.#closed || this.#add(), pause);
    });
  }

  #offer(process: SandboxProcess): void {
    if (!this.#processes.has(process) || process.killed) return;
    const next = this.#waiting.shift();
    if (next) next(process);
    else this.#free.push(process);
    if (this.#isFull) for (const resolve of this.#refilling.splice(0)) resolve();
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const resolve of this.#refilling.splice(0)) resolve();
    const processes = [...this.#processes];
    for (const process of processes) process.kill();
    await Promise.all(processes.map(({ gone }) => gone));
  }
}
