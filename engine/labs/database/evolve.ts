import type { Message } from "../../sentences/message.ts";
import type { LabFact } from "../lab-event.ts";
import type { AppendedEvent } from "./cart.ts";
import type { DatabaseEvent, HeldLock, Scripts, SessionView, TransactionStatus } from "./events.ts";
import type { SessionName } from "./interleavings.ts";
import type { Outcome } from "./outcomes.ts";
import type { SqlFailure, TableRows } from "./sql-answer.ts";

/** What became of one statement of a script. */
export interface StatementState {
  /** As it was typed. */
  source: string;
  /** As it was sent: with the values of its variables. Null before. */
  text: string | null;
  state: "next" | "sent" | "waits" | "done" | "failed";
  waitsFor: SessionName[];
  answer: { tag: string; columns: string[]; rows: (string | null)[][]; cut: Message | null } | null;
  failure: { failure: SqlFailure; stopped: Message | null } | null;
}

export interface SessionState {
  statements: StatementState[];
  transaction: TransactionStatus;
  lost: Message | null;
}

/** The two sessions on their way through their scripts. */
export interface Stage extends Scripts {
  order: SessionName[] | null;
  sessions: Record<SessionName, SessionState>;
  /** In the order in which they were sent. */
  sent: { session: SessionName; step: number }[];
  locks: HeldLock[];
  committed: TableRows[] | null;
  seen: Record<SessionName, SessionView> | null;
  setupFailure: { statement: string; failure: SqlFailure } | null;
  /** The log beside the table; null where the scripts are not those of the cart. */
  cart: AppendedEvent[] | null;
}

export interface InterleavingsState extends Scripts {
  total: number;
  outcomes: Outcome[];
  /** Null while they run. */
  ended: "done" | "cancelled" | "stopped" | null;
}

export interface DatabaseState {
  stage: Stage | null;
  interleavings: InterleavingsState | null;
}

export const initialState = (): DatabaseState => ({ stage: null, interleavings: null });

/** The fold for the lab's screen. */
export function evolve(state: DatabaseState, fact: LabFact): DatabaseState {
  const event = fact as DatabaseEvent;
  switch (event.type) {
    case "InterleavingsStarted":
      return { ...state, interleavings: { ...event.data, outcomes: [], ended: null } };
    case "InterleavingRan":
      return withInterleavings(state, ({ outcomes }) => ({ outcomes: [...outcomes, event.data.outcome] }));
    case "InterleavingsEnded":
      return withInterleavings(state, () => ({ ended: event.data.reason }));
    case "StageOpened":
      return { ...state, stage: openedStage(event.data) };
    default:
      return withStage(state, event);
  }
}

function withStage(state: DatabaseState, event: DatabaseEvent): DatabaseState {
  if (state.stage === null) return state;
  const stage = evolveStage(state.stage, event);
  return stage === state.stage ? state : { ...state, stage };
}

function evolveStage(stage: Stage, event: DatabaseEvent): Stage {
  switch (event.type) {
    case "SetupFailed":
      return { ...stage, setupFailure: event.data };
    case "StatementSent": {
      const { session, step, text } = event.data;
      const sent = [...stage.sent, { session, step }];
      return withStatement({ ...stage, sent }, session, step, { text, state: "sent" });
    }
    case "StatementWaited": {
      const { session, step, waitsFor } = event.data;
      return withStatement(stage, session, step, { state: "waits", waitsFor });
    }
    case "StatementDone": {
      const { session, step, transaction, ...answer } = event.data;
      const changed = withStatement(stage, session, step, { state: "done", waitsFor: [], answer });
      return withSession(changed, session, { transaction });
    }
    case "StatementFailed": {
      const { session, step, transaction, failure, stopped } = event.data;
      const change = { state: "failed" as const, waitsFor: [], failure: { failure, stopped } };
      return withSession(withStatement(stage, session, step, change), session, { transaction });
    }
    case "SessionLost":
      return withSession(stage, event.data.session, { lost: event.data.message, transaction: "none" });
    case "LocksRead":
      return { ...stage, locks: event.data.locks };
    case "TablesRead":
      return { ...stage, ...event.data };
    case "CartEventAppended":
      return stage.cart === null ? stage : { ...stage, cart: [...stage.cart, event.data] };
    default:
      return stage;
  }
}

function openedStage(data: (DatabaseEvent & { type: "StageOpened" })["data"]): Stage {
  const { statements, cart, ...scripts } = data;
  const session = (name: SessionName): SessionState => ({
    statements: statements[name].map((source) => ({
      source,
      text: null,
      state: "next",
      waitsFor: [],
      answer: null,
      failure: null,
    })),
    transaction: "none",
    lost: null,
  });
  return {
    ...scripts,
    sessions: { A: session("A"), B: session("B") },
    sent: [],
    locks: [],
    committed: null,
    seen: null,
    setupFailure: null,
    cart: cart === null ? null : cart.map((event) => ({ session: null, event })),
  };
}

function withInterleavings(
  state: DatabaseState,
  change: (before: InterleavingsState) => Partial<InterleavingsState>,
): DatabaseState {
  const { interleavings } = state;
  if (interleavings === null) return state;
  return { ...state, interleavings: { ...interleavings, ...change(interleavings) } };
}

function withSession(stage: Stage, session: SessionName, change: Partial<SessionState>): Stage {
  const sessions = { ...stage.sessions, [session]: { ...stage.sessions[session], ...change } };
  return { ...stage, sessions };
}

function withStatement(
  stage: Stage,
  session: SessionName,
  step: number,
  change: Partial<StatementState>,
): Stage {
  const statements = stage.sessions[session].statements.map((statement, index) =>
    index === step ? { ...statement, ...change } : statement,
  );
  return withSession(stage, session, { statements });
}

/** The place of a session's next statement; null where none is left, or where the one before is not done. */
export function nextStep({ statements, lost }: SessionState): number | null {
  const step = statements.findIndex(({ state }) => state !== "done" && state !== "failed");
  return step >= 0 && lost === null && statements[step]?.state === "next" ? step : null;
}

/** Whose turn it is in the order that is stepped through; null where the learner chooses, or where all is done. */
export function nextInOrder({ order, sent, sessions }: Stage): SessionName | null {
  if (order === null) return null;
  const done = { A: 0, B: 0 };
  const ran = { A: 0, B: 0 };
  for (const { session } of sent) ran[session]++;
  for (const session of order) {
    done[session]++;
    // A session that waits is passed over; its other statements follow when it goes on.
    if (done[session] > ran[session] && nextStep(sessions[session]) !== null) return session;
  }
  return null;
}
