import type { Message } from "../../sentences/message.ts";
import type { CartEvent } from "./cart.ts";
import type { SessionName } from "./interleavings.ts";
import type { Outcome } from "./outcomes.ts";
import type { SqlFailure, TableRows } from "./sql-answer.ts";

/** `autocommit`: no transaction around the script; each statement commits itself. */
export type Isolation = "read committed" | "repeatable read" | "serializable" | "autocommit";

export const isolations: readonly Isolation[] = [
  "read committed",
  "repeatable read",
  "serializable",
  "autocommit",
];

/** Two scripts over the same tables. */
export interface Scripts {
  /** Makes the tables anew before each run. */
  setup: string;
  scripts: Record<SessionName, string>;
  isolation: Isolation;
}

/** Whether a session is within a transaction; `failed`: it can only be rolled back. */
export type TransactionStatus = "none" | "open" | "failed";

/** A lock on a table, on a row, or on another transaction. */
export interface HeldLock {
  session: SessionName;
  /** As `pg_locks` names it: `RowExclusiveLock`. */
  mode: string;
  kind: "table" | "row" | "transaction" | "other";
  /** The table's name; the empty string for a transaction. */
  on: string;
  /** False: the session waits for it. */
  granted: boolean;
}

/** What a session would read now; or why nobody can look without taking part. */
export type SessionView =
  | { state: "read"; tables: TableRows[] }
  | { state: "snapshot"; tables: TableRows[] }
  | { state: "no-snapshot" | "waiting" | "failed" | "not-readable" };

/** What happens in the database lab. */
export type DatabaseEvent =
  | {
      type: "StageOpened";
      data: Omit<Scripts, "scripts"> & {
        /** One text for each statement, as it was typed. */
        statements: Record<SessionName, string[]>;
        scripts: Record<SessionName, string>;
        /** The interleaving that is stepped through; null: the learner chooses at each step. */
        order: SessionName[] | null;
        /** The same actions as events; null where the scripts are not those of the cart. */
        cart: CartEvent[] | null;
      };
    }
  | { type: "SetupFailed"; data: { statement: string; failure: SqlFailure } }
  | { type: "StatementSent"; data: { session: SessionName; step: number; text: string } }
  | { type: "StatementWaited"; data: { session: SessionName; step: number; waitsFor: SessionName[] } }
  | {
      type: "StatementDone";
      data: {
        session: SessionName;
        step: number;
        /** `UPDATE 1`. */
        tag: string;
        columns: string[];
        rows: (string | null)[][];
        /** Says that the answer was longer. */
        cut: Message | null;
        transaction: TransactionStatus;
      };
    }
  | {
      type: "StatementFailed";
      data: {
        session: SessionName;
        step: number;
        failure: SqlFailure;
        /** Why we stopped it, where we did. */
        stopped: Message | null;
        transaction: TransactionStatus;
      };
    }
  | { type: "SessionLost"; data: { session: SessionName; message: Message } }
  | {
      type: "LocksRead";
      data: { locks: HeldLock[] };
    }
  | { type: "TablesRead"; data: { committed: TableRows[]; seen: Record<SessionName, SessionView> } }
  | { type: "CartEventAppended"; data: { session: SessionName; event: CartEvent } }
  | { type: "InterleavingsStarted"; data: Scripts & { total: number } }
  | { type: "InterleavingRan"; data: { index: number; outcome: Outcome } }
  | { type: "InterleavingsEnded"; data: { reason: "done" | "cancelled" | "stopped" } };
