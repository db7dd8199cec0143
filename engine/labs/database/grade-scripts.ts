import type { LabFact } from "../lab-event.ts";
import type { DatabaseEvent } from "./events.ts";
import { type SessionName, sessionNames } from "./interleavings.ts";
import { answerOf, type Outcome } from "./outcomes.ts";

/** What two scripts must keep, whatever their order. */
export type Invariant = (outcome: Outcome) => boolean;

export interface ScriptsGrade {
  /** Whether all interleavings ran and none breaks the invariant. */
  passed: boolean;
  /** How many interleavings the two scripts have, and how many of them ran. */
  total: number;
  ran: number;
  /** Those that break the invariant. */
  broken: Outcome[];
}

/** Grades the newest complete run of all interleavings in a lab's events: a script is right when no order breaks it. */
export function gradeScripts(events: readonly LabFact[], holds: Invariant): ScriptsGrade {
  let total = 0;
  let outcomes: Outcome[] = [];
  for (const fact of events) {
    const event = fact as DatabaseEvent;
    if (event.type === "InterleavingsStarted") {
      total = event.data.total;
      outcomes = [];
    } else if (event.type === "InterleavingRan") outcomes.push(event.data.outcome);
  }
  const broken = outcomes.filter((outcome) => !holds(outcome));
  const passed = total > 0 && outcomes.length === total && broken.length === 0;
  return { passed, total, ran: outcomes.length, broken };
}

/** A number in one cell of the final tables. */
export interface Cell {
  table: string;
  column: string;
  /** Which row: the value of its first column. */
  row: string;
}

/**
 * The invariant of a lost update: the cell holds its first value and everything that a session was told it had added.
 * A session that was refused, or whose statement changed no row, was told so: it has added nothing.
 */
export function noUpdateIsLost(cell: Cell, first: number, adds: Record<SessionName, number>): Invariant {
  return (outcome) => {
    const done = sessionNames.filter((session) => answerOf(outcome.sessions[session]) === "done");
    const expected = done.reduce((sum, session) => sum + adds[session], first);
    return numberIn(outcome, cell) === expected;
  };
}

/** NaN where there is no such cell. */
export function numberIn({ tables }: Pick<Outcome, "tables">, { table, column, row }: Cell): number {
  const found = tables.find(({ name }) => name === table);
  const index = found?.columns.indexOf(column) ?? -1;
  const value = found?.rows.find(([first]) => first === row)?.[index];
  return value == null || index < 0 ? Number.NaN : Number(value);
}
