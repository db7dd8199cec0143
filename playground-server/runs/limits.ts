import { limits } from "../../engine/sandbox/limits.ts";
import type { ProcessBounds } from "./os-isolation-layers.ts";

/** Limits kept from outside a sandbox process. */
export interface HardLimits {
  /** Processor time in which a process has to tell of its run: a message, or that the engine's ticks go on. */
  cpuMilliseconds: number;
  /** The same by the clock. Only the backstop: it allows for a machine busy with others. */
  wallMilliseconds: number;
  /** Processor time of a whole fold, whatever is told of it. */
  foldMilliseconds: number;
  /** A whole job of several runs, by the clock. */
  jobWallMilliseconds: number;
  outputCharacters: number;
}

/** What the system gives a sandbox process, which does one run after the other. */
export const processBounds: ProcessBounds = { dataBytes: 2 ** 30, cpuSeconds: "unlimited" };

export const runLimits: HardLimits = {
  cpuMilliseconds: limits.cpuMilliseconds,
  wallMilliseconds: limits.wallMilliseconds,
  foldMilliseconds: limits.foldMilliseconds,
  jobWallMilliseconds: 20_000,
  outputCharacters: 32 * 1024 * 1024,
};

/** The same for a pass for lines, which folds twice at once. */
export function limitsForLines(hard: HardLimits): HardLimits {
  return {
    ...hard,
    cpuMilliseconds: hard.cpuMilliseconds * limits.linesTimes,
    wallMilliseconds: hard.wallMilliseconds * limits.linesTimes,
    foldMilliseconds: hard.foldMilliseconds * limits.linesTimes,
  };
}

/** Who may run, and how long one waits. */
export const queueLimits = {
  /** Runs of one session in several windows or workbenches. */
  activePerSession: 3,
  /** Past it a run or a check that still waits is told `busy`. No expectation refuses anybody before: it may be wrong. */
  longestWaitMilliseconds: 60_000,
  /** Runs and checks that wait. Each holds its request, and a run the records that it folds. */
  longestQueue: 300,
  /** Accounts whose last run hit a limit. */
  rememberedAccounts: 10_000,
} as const;

/** Limits of the processes themselves. */
export const processLimits = {
  /** How long a run waits for a process to come up. */
  startMilliseconds: 10_000,
  /**
   * What a job that was given up may still use of the processor before its process is killed: the engine ends it within
   * milliseconds unless it is inside a built-in, and a large job has to be read first. By the clock it is ten times as
   * much, for a machine busy with others.
   */
  graceMilliseconds: 250,
  /** After a job that wrote more than this a process goes: a large run leaves it twice as large as a new one is. */
  retiringCharacters: 2 * 1024 * 1024,
  /** The longest line a process may write: a step with the largest state and event is far shorter. */
  lineCharacters: 4 * 1024 * 1024,
} as const;
