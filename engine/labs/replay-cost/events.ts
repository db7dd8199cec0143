import type { Json } from "../../fold/json.ts";
import type { Coverage } from "../../fold/laws/upcaster-coverage.ts";

/** A moment of the fold of the whole log: records folded, and the milliseconds that took so far. */
export interface ReplayPoint {
  records: number;
  milliseconds: number;
}

/** A restart at one place of the log: the last snapshot before it is read, and the records since then are folded. */
export interface RestartPoint extends ReplayPoint {
  /** Of `milliseconds`, what reading the snapshot took. */
  readMilliseconds: number;
}

/** What snapshots of one interval cost, and what they save. */
export interface IntervalCost {
  /** Records from one snapshot to the next. */
  interval: number;
  snapshots: number;
  /** UTF-8 bytes of all snapshots that were written, and of the last one that a restart needs. */
  writtenBytes: number;
  keptBytes: number;
  /** What writing all of them took. */
  writeMilliseconds: number;
  /** Restarts just before the next snapshot: the worst case. */
  restarts: RestartPoint[];
  /** Whether each restart came to the state that the whole fold had there. */
  agrees: boolean;
}

/** How the snapshot law came out on the records that were tried. */
export type LawResult =
  | { kind: "holds"; records: number; cuts: number }
  /** Going on from the state after `taken` records leads to `actual`; the whole fold leads to `expected`. */
  | {
      kind: "broken";
      values: (string | null)[];
      taken: number;
      kept: Json;
      expected: Json;
      /** Absent where the fold stopped. */
      actual?: Json;
    }
  /** The fold stopped in the last of these records: a state that JSON does not hold, or an error. */
  | { kind: "stopped"; values: (string | null)[]; unsavable: boolean; message: string };

/** A snapshot as it is stored. `reducerVersion` follows from the source text. */
export interface Snapshot {
  state: Json;
  /** Records that were folded before it. */
  position: number;
  reducerVersion: string;
}

/** An old snapshot, gone on from with the code of now, beside the fold of the whole log by the same code. */
export interface RestoredSnapshot {
  reducerVersion: string;
  fromSnapshot: Json;
  whole: Json;
  /** The keys to the first part that differs; null where both are equal. */
  path: string[] | null;
}

/** Why a measurement ended. */
export type MeasuringEnd = "done" | "stopped" | "failed";

export type ReplayCostEvent =
  | { type: "MeasuringStarted"; data: { exercise: string; count: number; reducerVersion: string } }
  | { type: "LogFolded"; data: ReplayPoint }
  /** `records` of the log folded again, with a snapshot every `interval` of them. */
  | { type: "SnapshotsProgressed"; data: { interval: number; records: number } }
  | { type: "IntervalMeasured"; data: IntervalCost }
  | { type: "MeasuringEnded"; data: { reason: MeasuringEnd; message: string } }
  | { type: "LawChecked"; data: { exercise: string; result: LawResult } }
  | { type: "SnapshotKept"; data: { exercise: string; snapshot: Snapshot } }
  | { type: "SnapshotRestored"; data: RestoredSnapshot }
  | { type: "VersionsRead"; data: { exercise: string; rows: Coverage[] } };
