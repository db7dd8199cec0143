import type { Logger } from "pino";
import { type HardLimits, processLimits } from "./limits.ts";
import { SandboxProcess } from "./process.ts";

/** Pre-started sandbox processes: one for each slot, and a spare that takes the place of one that was killed. */
export class SandboxPool {
  #limits: HardLimits;
  #logger: Logger;
  #processes = new Set<SandboxProcess>();
  #free: SandboxProcess[] = [];
  #waiting: ((process: SandboxProcess) => void)[] = [];
  #closed = false;
  /** Processes in a row that ended before they were ready: a broken installation must not be tried in a circle. */
  #stillborn = 0;

  constructor(slots: number, limits: HardLimits, logger: Logger) {
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

  giveBack(process: SandboxProcess): void {
    void process.idle.then(() => this.#offer(process));
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
  }

  async close(): Promise<void> {
    this.#closed = true;
    const processes = [...this.#processes];
    for (const process of processes) process.kill();
    await Promise.all(processes.map(({ gone }) => gone));
  }
}
