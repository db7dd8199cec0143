import { otherSession, type SessionName } from "../../../engine/labs/database/interleavings.ts";
import type { SessionAnswer } from "../../../engine/labs/database/outcomes.ts";
import { type ExampleId, examples } from "../../../engine/labs/database/scripts.ts";
import { splitStatements } from "../../../engine/labs/database/split-statements.ts";

type Kind = "read" | "read-and-lock" | "write" | "write-if-version" | "add" | "commit";
export type DesignId = Exclude<ExampleId, "deadlock">;

/** The scripts of the database lab, and what each statement does to the one row. */
const kinds: Record<DesignId, Kind[]> = {
  "read-then-write": ["read", "write", "commit"],
  "version-column": ["read", "write-if-version", "commit"],
  "row-lock": ["read-and-lock", "write", "commit"],
  "atomic-update": ["add", "commit"],
};
export const designIds = Object.keys(kinds) as DesignId[];

/** One text for each statement of a design: both sessions run the same. */
export function statementsOf(design: DesignId): string[] {
  const example = examples.find(({ id }) => id === design);
  return splitStatements(example?.scripts.A ?? "").statements.map(({ text }) => text);
}

interface Row {
  qty: number;
  version: number;
}

interface Session {
  /** How many of its statements have ended. */
  done: number;
  waits: boolean;
  read: Row | null;
  /** Null before its UPDATE. */
  rowsChanged: number | null;
}

/** What one press of a button led to. */
export interface Happening {
  session: SessionName;
  kind: Kind;
  /** It waits, or it goes on after it waited; null: it ran at once. */
  wait: "begins" | "ends" | null;
  /** What was read or written; null where no row was found. */
  row: Row | null;
}

/** Two sessions on one row under read committed, PostgreSQL's default. */
export interface Race {
  design: DesignId;
  /** What a new session reads. */
  committed: Row;
  /** Written, and not committed yet. */
  written: Row | null;
  /** Who holds the lock on the row. */
  holder: SessionName | null;
  sessions: Record<SessionName, Session>;
  /** Of the last press: more than one where a session goes on that had waited. */
  last: Happening[];
}

export function startRace(design: DesignId): Race {
  const session = () => ({ done: 0, waits: false, read: null, rowsChanged: null });
  const sessions = { A: session(), B: session() };
  return { design, committed: { qty: 1, version: 1 }, written: null, holder: null, sessions, last: [] };
}

export const isDone = ({ design, sessions }: Race, of: SessionName) =>
  sessions[of].done === kinds[design].length;
export const canRun = (race: Race, of: SessionName) => !race.sessions[of].waits && !isDone(race, of);

/** Runs the next statement of a session. After a commit, a session that waited goes on. */
export function runNext(race: Race, name: SessionName): Race {
  if (!canRun(race, name)) return race;
  const other = otherSession(name);
  const after = runStatement({ ...race, last: [] }, name, null);
  return after.holder === null && after.sessions[other].waits ? runStatement(after, other, "ends") : after;
}

function runStatement(race: Race, name: SessionName, wait: "ends" | null): Race {
  const { design, committed, holder, sessions } = race;
  const session = sessions[name];
  const kind = kinds[design][session.done] as Kind;
  const next = (happening: Partial<Happening>, change: Partial<Session>, rest: Partial<Race> = {}): Race => ({
    ...race,
    ...rest,
    sessions: { ...sessions, [name]: { ...session, done: session.done + 1, waits: false, ...change } },
    last: [...race.last, { session: name, kind, wait, row: null, ...happening }],
  });
  if (kind === "read") return next({ row: committed }, { read: committed });
  if (kind === "commit") {
    const row = (holder === name && race.written) || committed;
    return next({ row }, {}, holder === name ? { committed: row, written: null, holder: null } : {});
  }
  if (holder === otherSession(name)) return next({ wait: "begins" }, { done: session.done, waits: true });
  if (kind === "read-and-lock") return next({ row: committed }, { read: committed }, { holder: name });
  if (kind === "write-if-version" && session.read?.version !== committed.version)
    return next({}, { rowsChanged: 0 });
  const base = kind === "add" ? committed : (session.read ?? committed);
  const version = kind === "write-if-version" ? base.version + 1 : committed.version;
  const written = { qty: base.qty + 1, version };
  return next({ row: written }, { rowsChanged: 1 }, { written, holder: name });
}

export interface RaceEnd {
  qty: number;
  answers: Record<SessionName, SessionAnswer>;
}

/** How it ended; null while statements are left. */
export function endOf(race: Race): RaceEnd | null {
  if (!isDone(race, "A") || !isDone(race, "B")) return null;
  const answer = (name: SessionName): SessionAnswer =>
    race.sessions[name].rowsChanged === 0 ? "changed-nothing" : "done";
  return { qty: race.committed.qty, answers: { A: answer("A"), B: answer("B") } };
}

/** A press of + that was answered with “done” and is not in the row. */
export const losesUpdate = ({ qty, answers }: RaceEnd) =>
  qty !== 1 + Object.values(answers).filter((answer) => answer === "done").length;

/** A whole order, such as "AABABB", as the lab runs it: a session that waits is passed over, and catches up when it goes on. */
export function runOrder(design: DesignId, order: string): Race {
  let race = startRace(design);
  const missed = { A: 0, B: 0 };
  for (const name of [...order] as SessionName[]) {
    if (race.sessions[name].waits) missed[name]++;
    race = runNext(race, name);
    for (const session of [otherSession(name), name])
      while (missed[session] > 0 && canRun(race, session)) {
        missed[session]--;
        race = runNext(race, session);
      }
  }
  return race;
}
