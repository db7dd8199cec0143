/** The lines that one step ran through, counted from 1 in the learner's source. Index -1: the module and the initial state. */
export interface LitLines {
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
  /** A limit was hit, the run's own or that of how many lines are told. */
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
  /** Null where every step of the trace has its lines, the one that threw as far as it came. */
  missing: MissingLines | null;
  /** One sentence for people; empty where nothing is missing. */
  message: string;
}

export type LinesMessage = LitLines | LinesEnd;
