import type { Position } from "../../../../engine/fold/event.ts";
import type { Watched } from "../../../../engine/fold/trace.ts";

/** What the expressions gave after one step; of a long fold, after one of the records that were sampled: index null. */
export interface WatchedStep {
  index: number | null;
  position: Position | null;
  /** In the order of the watches. */
  watched: Watched[];
}

/** A fold asked once more, with the learner's expressions after each step. It gives no verdict of the code. */
export interface WatchResults {
  phase: "nothing" | "asking" | "answered" | "failed";
  steps: WatchedStep[];
  /** Indices of the steps after which the breakpoint holds, rising. */
  breaks: number[];
  /** By expression: the engine's sentence for why it cannot be asked. */
  problems: Record<string, string>;
  /** Why there is no answer, or none for the last steps. */
  message: string;
}

export const noResults: WatchResults = { phase: "nothing", steps: [], breaks: [], problems: {}, message: "" };
