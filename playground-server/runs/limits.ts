import { limits } from "../../engine/sandbox/limits.ts";

/** Limits kept from outside a sandbox process: times in ms, output in characters. */
export interface HardLimits {
  /** Processor time of one run. */
  cpu: number;
  /** The same by the clock. Only the backstop: it allows for a machine busy with others. */
  wall: number;
  /** A whole job of several runs, by the clock. */
  jobWall: number;
  output: number;
}

export const runLimits: HardLimits = {
  cpu: limits.cpuMilliseconds,
  wall: limits.wallMilliseconds,
  jobWall: 20_000,
  output: 32 * 1024 * 1024,
};
