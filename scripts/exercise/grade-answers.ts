import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { sizeOf } from "../../engine/grading/removable-case-parts.ts";
import type { CheckEnd, CheckOutcome } from "../../engine/protocol/response-types.ts";
import type { Exercise } from "../../exercises/catalog.ts";
import { CheckRuns } from "../../playground-server/runs/check-runs.ts";
import { runLimits } from "../../playground-server/runs/limits.ts";
import { Runner } from "../../playground-server/runs/runner.ts";
import { readSettings } from "../../playground-server/settings.ts";

/** What grading said of one answer. The fields of the failed check are null where none failed. */
export interface Grade {
  /** Null where the answer could not be graded; `message` says why. */
  passed: boolean | null;
  check: string | null;
  title: string | null;
  offset: number | null;
  /** How many records and commands the smallest failing log has. */
  smallest: number | null;
  message: string;
  counterexample: CheckOutcome["counterexample"] | null;
  /** What the generated logs followed from. */
  seed: number;
}

/** Verdicts that say nothing about the answer. */
const notGraded = new Set(["engine-fault", "busy", "cancelled", "log-unavailable"]);

/** The queue gives no account all slots. */
const fewestSlots = 2;

/** Grades as the server does: in its sandbox processes, with its limits. Close it after use. */
export class Grading {
  readonly seed: number;
  /** How many answers are graded at the same time. */
  readonly slots: number;
  readonly #runner: Runner;
  readonly #checks: CheckRuns;
  readonly #folder: string;
  #asked = 0;

  private constructor(seed: number, folder: string, answers: number) {
    const slots = Math.min(readSettings({}, "localhost").slots, Math.max(fewestSlots, answers));
    const noLog = () => {
      throw new Error("Grading reads no log.");
    };
    this.seed = seed;
    this.slots = slots;
    this.#folder = folder;
    this.#runner = new Runner({
      slots,
      cacheBytes: 0,
      limits: runLimits,
      logger: pino({ level: "silent" }),
      long: { parts: { stream: noLog, read: noLog }, folder },
    });
    this.#checks = new CheckRuns(this.#runner, seed);
  }

  /** `answers` says how many are to be graded, where that is known: a process for each is enough. */
  static async open(seed: number, answers = Number.POSITIVE_INFINITY): Promise<Grading> {
    return new Grading(seed, await mkdtemp(join(tmpdir(), "offset-zero-grading-")), answers);
  }

  /** Throws where the exercise itself cannot be folded. */
  async grade(exercise: Exercise, source: string): Promise<Grade> {
    let end: CheckEnd | undefined;
    let failed: CheckOutcome | undefined;
    const session = `answer ${this.#asked++}`;
    await this.#checks.check(
      { session, place: session, account: session, address: session, kind: "check" },
      exercise,
      { source },
      (message) => {
        if (message.kind === "end") end = message;
        else if (message.kind === "check" && !message.passed) failed = message;
      },
      new AbortController().signal,
    );
    return gradeOf(this.seed, end, failed);
  }

  /** Grades many, as many at a time as there are slots. */
  async each<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
    const waiting = items.values();
    const worker = async () => {
      for (const item of waiting) await work(item);
    };
    await Promise.all(Array.from({ length: this.slots }, worker));
  }

  async close(): Promise<void> {
    await this.#runner.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function gradeOf(seed: number, end?: CheckEnd, failed?: CheckOutcome): Grade {
  const graded = end !== undefined && !notGraded.has(end.verdict);
  return {
    passed: graded ? end.passed : null,
    check: failed?.id ?? null,
    title: failed?.title ?? null,
    offset: failed?.firstDivergence?.position?.offset ?? null,
    smallest: failed?.counterexample ? sizeOf(failed.counterexample) : null,
    message: failed?.message ?? end?.message ?? "Grading did not end.",
    counterexample: failed?.counterexample ?? null,
    seed,
  };
}
