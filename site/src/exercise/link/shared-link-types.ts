import type { RawRecord } from "../../../../engine/fold/event.ts";
import type { Entry, Scope, Slice } from "../../../../engine/fold/trace.ts";
import type { Exercise } from "../../../../engine/protocol/exercise-types.ts";

/** What a link or a file gives back: code, log and step, as they were when it was made. */
export interface Shared {
  /** Id of the exercise it belongs to; none for the playground. */
  exercise?: string;
  /** The code; none where only a step is shown. */
  code?: string;
  /** Index of the step the tape stood at, -1 before the first. */
  step?: number;
  /** What the playground folds, and how. */
  playground?: SharedPlayground;
}

export interface SharedPlayground {
  log: SharedLog;
  entry: Entry;
  scope: Scope;
  view: Exercise["view"];
}

/** Where the records of a shared log come from: with the link itself, from the course, or from the sender's server. */
export type SharedLog =
  | { kind: "given"; name: string; records: RawRecord[] }
  | { kind: "data-set"; topic: string }
  | { kind: "topic"; slice: Slice };

/** What a link or a file turned out to be; `why` is a sentence for the visitor. */
export type ReadShared = { kind: "shared"; shared: Shared } | { kind: "broken"; why: string };
