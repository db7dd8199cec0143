import type { Message } from "../../sentences/message.ts";
import type { SqlFailure, TableRows } from "../database/sql-answer.ts";
import type { CapturedTable, ShapeId } from "./shapes.ts";

/** The columns of a row as text; null for NULL. */
export type ShownRow = Record<string, string | null>;

/** One record of a change topic. */
export interface ChangeRecord {
  table: CapturedTable;
  offset: number;
  /** The row's primary key as text; null where the record has none. */
  key: string | null;
  /** Debezium's `op`: read by the snapshot, created, updated, deleted. `other`: not one of Debezium's records. */
  op: "r" | "c" | "u" | "d" | "tombstone" | "other";
  before: ShownRow | null;
  after: ShownRow | null;
  /** Where the change is in PostgreSQL's log, in bytes from its beginning; null where the record does not say. */
  lsn: number | null;
}

/** One statement that was run. */
export interface RanStatement {
  text: string;
  /** `UPDATE 1`; the empty string where it failed. */
  tag: string;
  failure: SqlFailure | null;
}

/** What happens in the lab of change capture. */
export type CaptureEvent =
  /** A session begins. No capture runs; the tables are as they were left. */
  | { type: "SessionBegan"; data: { topics: Record<CapturedTable, string> } }
  | { type: "TablesRead"; data: { tables: TableRows[]; identities: Record<string, string> } }
  | { type: "CaptureStarting"; data: { slot: string; publication: string } }
  /** The worker streams: its snapshot is done. `milliseconds`: from the command on. */
  | { type: "WorkerStarted"; data: { milliseconds: number } }
  | {
      type: "SqlRan";
      data: {
        shape: ShapeId | null;
        statements: RanStatement[];
        /** PostgreSQL's log before and after, as `lsn` of a change. */
        from: number;
        to: number;
      };
    }
  | { type: "ChangesRead"; data: { changes: ChangeRecord[] } }
  /** The worker wrote down how far it has read. */
  | { type: "OffsetsFlushed"; data: { lsn: number } }
  | { type: "WorkerKilled"; data: Record<string, never> }
  | { type: "WorkerRestarting"; data: Record<string, never> }
  /** It ended by itself, or its connector failed. */
  | { type: "WorkerFailed"; data: { message: Message } }
  /** The capture is removed: no worker, slot, publication. */
  | { type: "CaptureStopped"; data: { message: Message } };
