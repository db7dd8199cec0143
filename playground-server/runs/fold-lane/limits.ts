import { limits } from "../../../engine/sandbox/limits.ts";
import type { ProcessBounds } from "../os-isolation-layers.ts";

/** Limits of a fold over a log that is too long for the trace lane. */
export const longLimits = {
  /** Time in which a lane's process has to answer: processor time of a batch, and the clock as a backstop. */
  cpuMilliseconds: limits.foldMilliseconds,
  wallMilliseconds: 4 * limits.wallMilliseconds,
  /** The whole fold, by the clock. */
  foldMilliseconds: 15 * 60 * 1_000,
  /** Keyframes of one fold in its file, and states in their index. */
  keyframeBytes: 256 * 1024 * 1024,
  keyframeStates: 1_000_000,
  /** Records that are folded in the trace lane first: most mistakes show there, with every step. */
  firstRecords: 1_000,
  /** What the last message holds of the states of a fold by key; the others are asked for one by one. */
  endStateCharacters: 1_000_000,
  /** Records that are folded again at most to show one step. */
  windowRecords: 50_000,
  /** Folds whose steps can still be asked for, and for how long after they were last looked at. */
  keptFolds: 4,
  keptMilliseconds: 15 * 60 * 1_000,
  /** The largest frame a process sends: some states, none longer than a state may be, in characters of up to 3 bytes. */
  frameBytes: 8 * 1024 * 1024,
  /** One keyframe: far more than the guest's memory can hold. Who writes more is in other hands than ours. */
  keyframeBytesAtOnce: 256 * 1024 * 1024,
  /** Values of the slices that were read last and are kept for the next look. */
  recentSliceCharacters: 16 * 1024 * 1024,
} as const;

/** What the system gives a process of fold lanes, which holds the guests of several and lives for one fold. */
export const laneProcessBounds: ProcessBounds = {
  dataBytes: 2 * 2 ** 30,
  cpuSeconds: (2 * longLimits.foldMilliseconds) / 1_000,
};
