import type { SqlFailure } from "../../../engine/labs/database/sql-answer.ts";
import type { Message } from "../../../engine/sentences/message.ts";
import type { LearnerDatabase } from "../postgres/learner-database.ts";
import { ConnectionLost, type SqlConnection } from "../postgres/sql-connection.ts";
import type { SqlColumn, TransactionLetter } from "../postgres/statement-query.ts";

/** What psql prints for one statement. */
export interface SqlResult {
  columns: SqlColumn[];
  /** Values as PostgreSQL writes them; null for NULL. */
  rows: (string | null)[][];
  /** Whether there were more rows than asked for. */
  more: boolean;
  /** `INSERT 0 1`; the empty string where the answer was cut or the statement failed. */
  tag: string;
  failure: SqlFailure | null;
  /** Notices and warnings, in their order. */
  notices: readonly SqlFailure[];
  /** Why we stopped the statement, or why the connection is gone; null where neither happened. */
  stopped: Message | null;
  transaction: TransactionLetter;
}

export interface SqlTerminal {
  /** Runs one statement as the learner's role; at most `rows` rows are kept. Throws only what `connect` throws. */
  run(text: string, options: { rows: number; signal: AbortSignal }): Promise<SqlResult>;
  close(): Promise<void>;
}

/** Of a statement whose connection is gone: its transaction is over, too. */
const noAnswer = { columns: [], rows: [], more: false, tag: "", failure: null, transaction: "I" as const };

/**
 * A connection like the one that psql holds: a transaction stays open from one statement to the next. It connects at the
 * first statement, and again after it was lost.
 */
export function openSqlTerminal(database: LearnerDatabase): SqlTerminal {
  let connection: SqlConnection | null = null;
  return {
    async run(text, { rows, signal }) {
      if (connection === null || connection.lost !== null) connection = await database.connect("public");
      try {
        const answer = await database.run(connection, text, rows, signal);
        return { ...answer, notices: connection.notices };
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        const { notices } = connection;
        return { ...noAnswer, notices, stopped: error.why };
      }
    },
    async close() {
      await connection?.close();
    },
  };
}
