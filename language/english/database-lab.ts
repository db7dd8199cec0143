import { counted, number } from "../numbers.ts";

/** The lab of two sessions on one real table. */
export const databaseLabWords = {
  title: "Database",
  about:
    "Two sessions change the same row of a real table. You choose the order of their statements, one by one, or run every order there is.",
  breaks: "two people each add a shirt to one cart, and the row counts only one of them",
  needs: "PostgreSQL 18, which comes with the course, or a server of your own",

  example: "Example",
  examples: {
    "read-then-write": "Read, then write: loses an update",
    "row-lock": "Lock the row while reading",
    "version-column": "A version column",
    "atomic-update": "One atomic update",
    deadlock: "Two rows in opposite order: a deadlock",
  },
  isolation: "Isolation level",
  isolations: {
    "read committed": "Read committed",
    "repeatable read": "Repeatable read",
    serializable: "Serializable",
    autocommit: "No transaction: each statement commits itself",
  },
  setup: "The table, made anew before each run",
  setupLabel: "SQL that makes the table",
  script: (session: string) => `Script of session ${session}`,
  gsetSays:
    "End a query with \\gset, as in psql: each column of its row becomes a variable, and :qty is its value.",
  begin: "Step through the scripts",
  everyOrder: "Run every interleaving",
  cancelOrders: "Stop",

  stage: "Step by step",
  /** The order that is stepped through, as in “A B A B”. */
  ordered: (order: string) => `You step through the interleaving ${order}.`,
  next: (session: string) => `Next: session ${session}`,
  orderDone: "Both scripts are done.",
  session: (session: string) => `Session ${session}`,
  beginStatement: (isolation: string) => `BEGIN ISOLATION LEVEL ${isolation.toUpperCase()}`,
  run: (session: string) => `Run the next statement of ${session}`,
  waitsHere: (session: string) => `${session} waits`,
  done: "Done",
  cancel: "Cancel the statement",
  states: {
    next: "not run yet",
    sent: "running",
    waits: "waits",
    done: "done",
    failed: "refused",
  },
  waitsFor: (sessions: string) =>
    sessions === "" ? "Waits for a lock." : `Waits for session ${sessions} to end its transaction.`,
  transactions: {
    none: "No transaction is open.",
    open: "A transaction is open.",
    failed: "The transaction failed. It can only be rolled back.",
  },
  setupFailed: (message: string) => `PostgreSQL refused the setup: ${message} Correct it, then begin again.`,
  /** By SQLSTATE: what the error means for a person. */
  meanings: {
    "40001": "The other session changed what this one had read. Roll back, and run the whole script again.",
    "40P01": "Each session waited for the other one. PostgreSQL ended this one; run its script again.",
    "25P02": "A statement before failed, so PostgreSQL ignores the rest until the transaction ends.",
  } as Record<string, string>,

  tables: "The table",
  committed: "Committed: what a new session reads",
  sees: (session: string) => `What session ${session} sees`,
  views: {
    "no-snapshot": "Its snapshot is taken at its first statement.",
    waiting: "It waits, so it cannot read now.",
    failed: "Its transaction failed, so it cannot read.",
    "not-readable": "The table is locked at the moment.",
  },
  snapshotSays:
    "Its snapshot. Its own changes are not drawn: under serializable, every look would count as one of its reads.",
  noTable: "There is no table.",
  noRows: "no rows",
  moreRows: "more rows are not drawn",
  sqlNull: "NULL",
  changed: "differs from the committed row",

  locks: "Locks",
  noLocks: "No session holds a lock.",
  lockKinds: {
    table: "table",
    row: "row of",
    transaction: "the end of the other transaction",
    other: "another object",
  },
  holds: "holds",
  waitsForLock: "waits for",

  cart: "The same actions as events",
  cartSays:
    "Instead of a new value, each session appends what happened. Nothing is overwritten, so the order does not matter.",
  by: (session: string) => `session ${session}`,
  before: "before",
  fold: (pieces: number) => `The fold: ${counted(pieces, { one: "piece", other: "pieces" })}`,
  table: (pieces: string) => `The table: ${pieces}`,

  outcomes: "Every interleaving",
  outcomesSay: (total: number, isolation: string) =>
    `${counted(total, { one: "order", other: "orders" })} of the two scripts on the real server, ${isolation}.`,
  progress: (ran: number, total: number) => `${number(ran)} of ${number(total)} have run.`,
  stopped: (ran: number, total: number) => `Stopped after ${number(ran)} of ${number(total)}.`,
  finalRow: "Final rows",
  toldA: "A was told",
  toldB: "B was told",
  howMany: "Orders",
  verdict: "Verdict",
  lost: "an update is lost",
  right: "right",
  answers: {
    done: "done",
    "changed-nothing": "0 rows changed",
    refused: "refused: try again",
    deadlock: "refused: deadlock",
    failed: "an error",
    "rolled-back": "rolled back",
  },
  allRight: (total: number) =>
    `The scripts are right: none of their ${number(total)} interleavings loses an update.`,
  someLost: (broken: number, total: number) =>
    `${number(broken)} of ${number(total)} interleavings lose an update. Open one and step through it.`,
  orders: "Choose one to step through it",
  openOrder: (order: string) => `Step through ${order}`,
};
