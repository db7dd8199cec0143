import type { RawRecord } from "../../fold/event.ts";
import type { Entry, Scope, Slice } from "../../fold/trace.ts";
import type { Snapshot } from "./events.ts";

/** The code that is measured or checked: an answer to an exercise, and the exercise's own log. */
export interface ReplayedCode {
  exercise: string;
  source: string;
  entry: Entry;
  scope: Scope;
  slice: Slice;
  records: RawRecord[];
}

export type ReplayCostCommand =
  /** Folds the exercise's log, repeated up to about `count` records, without snapshots and with them. */
  | { type: "MeasureReplay"; data: { code: ReplayedCode; count: number } }
  /** Ends all work under way. */
  | { type: "Stop"; data: Record<string, never> }
  | { type: "CheckSnapshotLaw"; data: { code: ReplayedCode } }
  | { type: "KeepSnapshot"; data: { code: ReplayedCode } }
  | { type: "RestoreSnapshot"; data: { code: ReplayedCode; snapshot: Snapshot } }
  /** `current`: the version of each type that is written today. */
  | { type: "ReadVersions"; data: { code: ReplayedCode; current: Record<string, number> } };

/** About how many records a log may have that is measured. */
export const measuredCounts = [1_000, 10_000, 100_000, 1_000_000];
