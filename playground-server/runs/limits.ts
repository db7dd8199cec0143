import { limits } from "../../engine/sandbox/limits.ts";

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

export const runLimits: HardLimits = {
  cpuMilliseconds: limits.cpuMilliseconds,
  wallMilliseconds: limits.wallMilliseconds,
  jobWallMilliseconds: 20_000,
  outputCharacters: 32 * 1024 * 1024,
};
