import type { SessionName } from "./interleavings.ts";
import type { SqlFailure, TableRows } from "./sql-answer.ts";

/** One statement as it ran: in the order in which they ended. */
export interface RanStatement {
  session: SessionName;
  /** Its place in the script, from 0. */
  step: number;
  /** Whether it waited for a lock of the other session. */
  waited: boolean;
}

/** How a session's script ended. */
export interface SessionOutcome {
  /** `committed`: what it wrote is in the tables. `rolled-back`: nothing of it is. */
  end: "committed" | "rolled-back";
  /** The first statement that PostgreSQL refused. */
  failure: SqlFailure | null;
  /** Rows that it inserted, updated or deleted, as PostgreSQL counted them. */
  rowsWritten: number;
  /** Whether an INSERT, UPDATE or DELETE changed no row: the `WHERE` of a version column found none. */
  wroteNothing: boolean;
}

/** What one interleaving of two scripts led to on the real server. */
export interface Outcome {
  /** As it was meant. */
  order: SessionName[];
  /** As it ran: a statement that waits lets the other session go on. */
  ran: RanStatement[];
  sessions: Record<SessionName, SessionOutcome>;
  /** The tables at the end. */
  tables: TableRows[];
}

/** Outcomes with the same rows at the end, and the same answers to A and B. */
export interface OutcomeGroup {
  tables: TableRows[];
  sessions: Record<SessionName, SessionAnswer>;
  outcomes: Outcome[];
}

/** What the person behind a session was told. */
export type SessionAnswer = "done" | "changed-nothing" | "refused" | "deadlock" | "failed" | "rolled-back";

/** SQLSTATE codes of PostgreSQL's documentation, appendix A. */
const serializationFailure = "40001";
const deadlockDetected = "40P01";

export function answerOf({ end, failure, wroteNothing }: SessionOutcome): SessionAnswer {
  if (failure?.code === serializationFailure) return "refused";
  if (failure?.code === deadlockDetected) return "deadlock";
  if (failure !== null) return "failed";
  if (end === "rolled-back") return "rolled-back";
  return wroteNothing ? "changed-nothing" : "done";
}

/** Groups by the final rows, then by what A and B were told; the largest group first. */
export function groupOutcomes(outcomes: readonly Outcome[]): OutcomeGroup[] {
  const groups = Map.groupBy(outcomes, ({ tables, sessions }) =>
    JSON.stringify([tables, answerOf(sessions.A), answerOf(sessions.B)]),
  );
  return [...groups.values()]
    .map((same) => groupOf(same))
    .filter((group) => group !== null)
    .sort((a, b) => b.outcomes.length - a.outcomes.length);
}

function groupOf(outcomes: Outcome[]): OutcomeGroup | null {
  const first = outcomes[0];
  if (!first) return null;
  const sessions = { A: answerOf(first.sessions.A), B: answerOf(first.sessions.B) };
  return { tables: first.tables, sessions, outcomes };
}
