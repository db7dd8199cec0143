import type { RawRecord } from "../../../engine/fold/event.ts";
import type { Json } from "../../../engine/fold/json.ts";
import type { Command, Scope } from "../../../engine/fold/trace.ts";
import type { Case } from "../../../engine/grading/checks.ts";
import type { LongLogData } from "../long-log/long-log-data.ts";

/**
 * Which records are folded: the exercise's own, a given case, records that stay where they lie, or a topic of the
 * learner's. `from` is the state to go on from, `seed` that of clock and random numbers, `scope` how the log is folded
 * where it is not folded as the exercise's own.
 */
export type FoldedLog =
  | { kind: "lesson" }
  | { kind: "given"; given: Case; from?: Json; seed?: number }
  | { kind: "records"; records: RawRecord[]; commands?: Command[]; scope?: Scope }
  | { kind: "topic"; topic: string }
  /** A log too long to be held as a list: it is folded in this browser, and its steps are asked for by `window`. */
  | { kind: "long"; log: LongLogData; scope?: Scope };
