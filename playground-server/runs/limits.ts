import { limits } from "../../engine/sandbox/limits.ts";
import type { ProcessBounds } from "./system-layers.ts";

/** Limits kept from outside a sandbox process. */
export interface HardLimits {
  /** Processor time of one run. */
  cpuMilliseconds: number;
  /** The same by the clock. Only the backstop: it allows for a machine busy with others. */
  wallMilliseconds: number;
  /** A whole job of several runs, by the clock. */
  jobWallMilliseconds: number;
  outputCharacters: number;
}

/** What the system gives a sandbox process, which does one run after the other. */
export const processBounds: ProcessBounds = { dataBytes: 2 ** 30, cpuSeconds: "unlimited" };

export const runLimits: HardLimits = {
  cpuMilliseconds: limits.cpuMilliseconds,
  wallMilliseconds: limits.wallMilliseconds,
  jobWallMilliseconds: 20_000,
  outputCharacters: 32 * 1024 * 1024,
};

/** The same for a pass for lines, which folds twice at once. */
export function limitsForLines({ cpuMilliseconds, wallMilliseconds, ...others }: HardLimits): HardLimits {
  return {
    ...others,
    cpuMilliseconds: cpuMilliseconds * limits.linesTimes,
    wallMilliseconds: wallMilliseconds * limits.linesTimes,
  };
}

/** Who may run, and how long one waits. */
export const queueLimits = {
  /** Runs of one session in several windows or workbenches. */
  activePerSession: 3,
  /** Expected; past it `busy` is said at once. */
  longestWaitMilliseconds: 5_000,
  /** Accounts whose last run hit a limit. */
  rememberedAccounts: 10_000,
} as const;

/** Limits of the processes themselves. */
export const processLimits = {
  /** How long a run waits for a process to come up. */
  startMilliseconds: 10_000,
  /** How long a job that was given up may go on before the process is killed: a good run ends by itself. */
  graceMilliseconds: 50,
  /** After a job that wrote more than this a process goes: a large run leaves it twice as large as a new one is. */
  retiringCharacters: 2 * 1024 * 1024,
  /** The longest line a process may write: a step with the largest state and event is far shorter. */
  lineCharacters: 4 * 1024 * 1024,
} as const;
