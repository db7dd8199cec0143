import type { SqlFailure } from "../../labs/database/sql-answer.ts";

/** What one statement led to. */
export interface SqlResult {
  /** `type` is the OID of the column's type, as in `pg_type`. */
  columns: { name: string; type: number }[];
  /** Values as PostgreSQL writes them; null for NULL. */
  rows: (string | null)[][];
  /** Whether there were more rows than asked for. */
  more: boolean;
  /** `INSERT 0 1`; the empty string where the answer was cut or the statement failed. */
  tag: string;
  failure: SqlFailure | null;
  notices: readonly SqlFailure[];
  /** Why the server stopped the statement, or lost the connection. */
  stopped: string | null;
}

/** The learner's own database, over one connection: a transaction stays open from one statement to the next. */
export interface Database {
  run(statement: string, options: { rows: number; signal: AbortSignal }): Promise<SqlResult>;
  close(): Promise<void>;
}

/** Throws `Stop` where there is none. `say` gets a line while it starts. */
export type OpenDatabase = (say: (line: string) => void, signal: AbortSignal) => Promise<Database>;
