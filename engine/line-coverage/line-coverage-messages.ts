import type { Sentence } from "../sentences/message.ts";

/** The lines that one step ran through, counted from 1 in the learner's source. Index -1: the module and the initial state. */
export interface LineCoverage {
  kind: "lines";
  index: number;
  lines: number[];
}

/** Why steps after the last one told have no lines. */
export const missingLines = [
  /** The code cannot be loaded, or not be followed. */
  "source",
  /** With marks in it the code gave another state: what it ran through then says nothing of the run. */
  "state-differs",
  /** A limit was hit: one of the run's own, or the limit of how many lines are reported. */
  "limit",
  "engine-fault",
  "cancelled",
  /** The server refused: it is busy, or its log does not answer. */
  "unavailable",
] as const;

export type MissingLines = (typeof missingLines)[number];

/** The end of a pass for lines. It gives no verdict of the code: the run's trace has that. */
export interface LinesEnd {
  kind: "end";
  /** Null if every step of the trace has its lines; a step that threw has those it reached. */
  missing: MissingLines | null;
  /** One sentence for people; empty where nothing is missing. */
  message: string;
  /** The same as data; absent where the message is empty or a page's own. */
  sentences?: Sentence[] | undefined;
}

export type LinesMessage = LineCoverage | LinesEnd;
