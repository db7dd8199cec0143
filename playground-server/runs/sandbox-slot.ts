import type { LeaveQueue, QueueTicket, SlotQueue, TellPlace } from "./fair-slot-queue.ts";
import type { SlotOutcome } from "./last-run-per-account.ts";
import type { LinesJob, SandboxJob } from "./sandbox-messages.ts";
import type { SandboxPool } from "./sandbox-pool.ts";
import type { Outcome, OutputMessage, ProcessAfterJob } from "./sandbox-process.ts";

/** A slot of the sandbox while somebody holds it, and the processes that do its jobs. */
export class SandboxSlot {
  readonly #pool: SandboxPool;
  readonly #leave: LeaveQueue;
  /** What each job left of its process. */
  readonly #left: Promise<ProcessAfterJob>[] = [];

  private constructor(pool: SandboxPool, leave: LeaveQueue) {
    this.#pool = pool;
    this.#leave = leave;
  }

  /** Waits for a slot. Throws `busy`, and the signal's reason when given up. */
  static async take(
    queue: SlotQueue,
    pool: SandboxPool,
    ticket: QueueTicket,
    signal: AbortSignal,
    tellPlace?: TellPlace,
  ): Promise<SandboxSlot> {
    return new SandboxSlot(pool, await queue.slot(ticket, signal, tellPlace));
  }

  /** Does one job in a process. Given up by `signal`, it answers at once while the process still ends the job. */
  async run(
    job: SandboxJob | LinesJob,
    hear: (said: OutputMessage) => boolean,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const process = await this.#pool.take();
    if (!process) return { kind: "died" };
    try {
      return await process.run(job, hear, signal);
    } finally {
      this.#left.push(this.#pool.giveBack(process));
    }
  }

  /**
   * Gives the slot back when its jobs have ended. If one of them cost its process, it waits until each slot has a process
   * again. So every free slot has a process, and a session pays with waiting for the processes that it costs.
   */
  async leave(how: SlotOutcome): Promise<void> {
    const left = await Promise.all(this.#left);
    if (left.some((each) => each !== "kept")) await this.#pool.refilled();
    this.#leave(left.includes("lost") ? "process-lost" : how);
  }
}
