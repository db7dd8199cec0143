import type { Slice } from "../fold/trace.ts";
import type { FoldInput } from "./fold.ts";

/** One run: a source over a slice of a log. `seed` fixes clock and random numbers. */
export interface RunRequest extends FoldInput {
  runId: string;
  slice: Slice;
  seed: number;
  /** Fold twice under two seeds and clocks and compare. On by default. */
  twice?: boolean;
}

/** What a run says of the thread it ran in: after a `fault` it should not be used again. */
export type Health = "healthy" | "fault";
