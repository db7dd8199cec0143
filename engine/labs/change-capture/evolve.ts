import type { Message } from "../../sentences/message.ts";
import type { TableRows } from "../database/sql-answer.ts";
import type { LabFact, LabFold } from "../lab-event.ts";
import type { CaptureEvent, ChangeRecord, RanStatement } from "./events.ts";
import { evolveTable, type RebuiltTable } from "./rebuild-table.ts";
import type { CapturedTable, ShapeId } from "./shapes.ts";

/** A change record as the screen shows it. */
export interface ShownChange extends ChangeRecord {
  /** Whether the same change was already in the stream. */
  again: boolean;
}

/** SQL that was run, and the part of PostgreSQL's log that it wrote. */
export interface SqlRun {
  shape: ShapeId | null;
  statements: RanStatement[];
  from: number;
  to: number;
}

export interface CaptureState {
  /** The topic of each table, as its owner types it. */
  topics: Record<CapturedTable, string> | null;
  tables: TableRows[];
  /** Replica identity of each table. */
  identities: Record<string, string>;
  worker: "none" | "starting" | "streaming" | "killed" | "failed";
  slot: string | null;
  publication: string | null;
  /** How long the last start took, in ms. */
  startMilliseconds: number | null;
  /** Why there is no worker, or no capture any more. */
  message: Message | null;
  /** Everything up to there is written down as read. */
  flushedLsn: number | null;
  changes: ShownChange[];
  rebuilt: Record<CapturedTable, RebuiltTable>;
  /** The newest last. */
  runs: SqlRun[];
}

/** Runs that are kept. */
const mostRuns = 20;

export const initialState = (): CaptureState => ({
  topics: null,
  tables: [],
  identities: {},
  worker: "none",
  slot: null,
  publication: null,
  startMilliseconds: null,
  message: null,
  flushedLsn: null,
  changes: [],
  rebuilt: { orders: {}, payments: {} },
  runs: [],
});

export function evolve(state: CaptureState, fact: LabFact): CaptureState {
  const event = fact as CaptureEvent;
  switch (event.type) {
    case "SessionBegan":
      return { ...initialState(), topics: event.data.topics };
    case "TablesRead":
      return { ...state, ...event.data };
    case "CaptureStarting":
      return { ...state, ...noCapture(), ...event.data, worker: "starting" };
    case "WorkerRestarting":
      return { ...state, worker: "starting", message: null };
    case "WorkerStarted":
      return { ...state, worker: "streaming", startMilliseconds: event.data.milliseconds, message: null };
    case "SqlRan":
      return { ...state, runs: [...state.runs, event.data].slice(-mostRuns) };
    case "ChangesRead":
      return event.data.changes.reduce(withChange, state);
    case "OffsetsFlushed":
      return { ...state, flushedLsn: event.data.lsn };
    case "WorkerKilled":
      return { ...state, worker: "killed" };
    case "WorkerFailed":
      return { ...state, worker: "failed", message: event.data.message };
    case "CaptureStopped":
      return { ...state, worker: "none", slot: null, publication: null, message: event.data.message };
    default:
      return state;
  }
}

/** Changes that one run of SQL caused, without those that came again. */
export function changesOfRun(
  { changes }: Pick<CaptureState, "changes">,
  { from, to }: SqlRun,
): ShownChange[] {
  return changes.filter(({ lsn, op, again }) => !again && op !== "r" && isWithin(lsn, from, to));
}

/** Changes that are published and not yet written down as read: a killed worker publishes them again. */
export function changesNotFlushed({ changes, flushedLsn }: CaptureState): ShownChange[] {
  const newest = new Map(changes.map((change) => [identityOf(change), change]));
  return [...newest.values()].filter(({ op, lsn }) => op !== "r" && lsn !== null && lsn > (flushedLsn ?? 0));
}

export const captureFold: LabFold<CaptureState> = { initialState, evolve };

const noCapture = () => ({
  message: null,
  flushedLsn: null,
  changes: [],
  rebuilt: { orders: {}, payments: {} },
});

function withChange(state: CaptureState, record: ChangeRecord): CaptureState {
  const { changes, rebuilt } = state;
  const { table } = record;
  // A tombstone says nothing but its key: it belongs to the delete before it.
  const before = changes.findLast((each) => each.table === table && each.key === record.key);
  const change = record.op === "tombstone" ? { ...record, lsn: before?.lsn ?? null } : record;
  const identity = identityOf(change);
  const again = change.op !== "other" && changes.some((each) => identityOf(each) === identity);
  return {
    ...state,
    changes: [...changes, { ...change, again }],
    rebuilt: { ...rebuilt, [table]: evolveTable(rebuilt[table], change) },
  };
}

/** What two records of the same change have in common. A second snapshot reads a row at another place of the log. */
function identityOf({ table, key, op, lsn, offset }: ChangeRecord): string {
  if (op === "other") return `${table} at ${offset}`;
  return `${table} ${key} ${op} ${op === "r" ? "" : lsn}`;
}

function isWithin(lsn: number | null, from: number, to: number): boolean {
  return lsn !== null && from <= lsn && lsn < to;
}
