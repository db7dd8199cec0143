import type { DatabaseEvent, Isolation, SessionView } from "../../../engine/labs/database/events.ts";
import { otherSession, type SessionName, sessionNames } from "../../../engine/labs/database/interleavings.ts";
import { databaseLimits } from "../../../engine/labs/database/limits.ts";
import { itemAdded } from "../../../engine/labs/database/scripts.ts";
import type { TableRows } from "../../../engine/labs/database/sql-answer.ts";
import { databaseLabSentences } from "../../../engine/sentences/english/database-lab.ts";
import { type Message, sentencesFrom } from "../../../engine/sentences/message.ts";
import { Refusal } from "../../errors.ts";
import type { LearnerDatabase } from "../postgres/learner-database.ts";
import { ConnectionLost, type SqlConnection } from "../postgres/sql-connection.ts";
import { readLocks } from "./read-locks.ts";
import type { ReadScripts } from "./read-scripts.ts";
import { cutRow, hasCutValue, readTables, tableNames } from "./read-tables.ts";
import { ScriptSession, type SentStatement } from "./script-session.ts";
import { waitForStatement } from "./wait-for-statement.ts";

const say = sentencesFrom(databaseLabSentences);

const schema = "public";
const writes = /^\s*(?:INSERT|UPDATE|DELETE|MERGE)\b/i;

interface UnderWay extends SentStatement {
  cancel: AbortController;
}

/** Two sessions on the same tables, stepped statement by statement. */
export class Stage {
  readonly #database: LearnerDatabase;
  readonly #emit: (event: DatabaseEvent) => void;
  readonly #observer: SqlConnection;
  readonly #sessions: Record<SessionName, ScriptSession>;
  readonly #underWay = new Map<SessionName, UnderWay>();
  /** The committed tables when a session's first statement was sent: what its snapshot shows. */
  readonly #snapshots = new Map<SessionName, TableRows[] | null>();
  readonly #appended = new Set<SessionName>();
  readonly #withCart: boolean;
  #committed: TableRows[] | null = null;
  #names: string[] = [];
  /** Whether something happened since the tables and locks were read. */
  #changed = true;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    database: LearnerDatabase,
    connections: [SqlConnection, SqlConnection, SqlConnection],
    { scripts }: ReadScripts,
    options: { isolation: Isolation; withCart: boolean; emit: (event: DatabaseEvent) => void },
  ) {
    const { isolation } = options;
    const [observer, a, b] = connections;
    this.#database = database;
    this.#emit = options.emit;
    this.#withCart = options.withCart;
    this.#observer = observer;
    this.#sessions = {
      A: new ScriptSession("A", a, database, { statements: scripts.A, isolation }),
      B: new ScriptSession("B", b, database, { statements: scripts.B, isolation }),
    };
  }

  /** Makes the tables and begins both sessions; null where the setup fails, which is emitted. */
  static async open(
    database: LearnerDatabase,
    read: ReadScripts,
    options: { isolation: Isolation; withCart: boolean; emit: (event: DatabaseEvent) => void },
    signal: AbortSignal,
  ): Promise<Stage | null> {
    const open: SqlConnection[] = [];
    try {
      for (let i = 0; i < 3; i++) open.push(await database.connect(schema));
      const [observer] = open as [SqlConnection];
      for (const { text } of read.setup) {
        const { failure } = await database.run(observer, text, 0, signal);
        if (failure === null) continue;
        options.emit({ type: "SetupFailed", data: { statement: text, failure } });
        await Promise.all(open.map((connection) => connection.close()));
        return null;
      }
      // Whoever looks must not wait for a table that a session has locked.
      await observer.run("SET lock_timeout = '200ms'", 0);
      const connections = open as [SqlConnection, SqlConnection, SqlConnection];
      const stage = new Stage(database, connections, read, options);
      await stage.#look();
      return stage;
    } catch (error) {
      await Promise.all(open.map((connection) => connection.close()));
      throw error;
    }
  }

  /** Runs a session's next statement until it is done or waits. Throws a Refusal where it cannot. */
  runStatement(name: SessionName): Promise<void> {
    return this.#next(async () => {
      const session = this.#sessions[name];
      if (session.connection.lost) throw refuse(session.connection.lost);
      if (this.#underWay.has(name)) throw refuse(say("session-waits", { session: name }));
      if (session.next === null) throw refuse(say("session-at-end", { session: name }));
      if (!session.started) this.#snapshots.set(name, this.#committed);
      const cancel = new AbortController();
      const sent = session.send(cancel.signal);
      const { step, text } = sent;
      this.#emit({ type: "StatementSent", data: { session: name, step, text } });
      this.#appendEvent(name, text);
      this.#underWay.set(name, { ...sent, cancel });
      this.#changed = true;
      const reported = this.#report(name, sent);
      const blockers = await waitForStatement(reported, session.connection.pid, this.#database.activity);
      if (blockers !== null) {
        const waitsFor = sessionNames.filter((each) =>
          blockers.includes(this.#sessions[each].connection.pid),
        );
        this.#emit({ type: "StatementWaited", data: { session: name, step, waitsFor } });
      }
      await this.#followOther(otherSession(name));
      if (this.#underWay.size > 1) {
        // Both wait for each other: the server ends one of the two after a moment.
        await Promise.race([...this.#underWay.values()].map(({ done }) => done.catch(() => {})));
        await this.#followOther(otherSession(name));
      }
      await this.#look();
    });
  }

  /** Ends what a session runs or waits for. Throws a Refusal where it runs nothing. */
  cancelStatement(name: SessionName): void {
    const sent = this.#underWay.get(name);
    if (sent === undefined) throw refuse(say("session-not-running", { session: name }));
    sent.cancel.abort();
  }

  /** Ends both sessions; what they did not commit is rolled back. */
  async close(): Promise<void> {
    for (const { cancel } of this.#underWay.values()) cancel.abort();
    await Promise.all([
      this.#observer.close(),
      ...Object.values(this.#sessions).map(({ connection }) => connection.close()),
    ]);
  }

  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  /** Emits what became of a statement, whenever that is. Does not throw. */
  async #report(name: SessionName, { step, done }: SentStatement): Promise<void> {
    const session = this.#sessions[name];
    try {
      const { failure, stopped, tag, columns, rows, more } = await done;
      const { transaction } = session;
      this.#underWay.delete(name);
      if (failure) {
        this.#emit({ type: "StatementFailed", data: { session: name, step, failure, stopped, transaction } });
      } else {
        const cut = cutOf(rows, more);
        const names = columns.map((column) => column.name);
        const answer = { tag, columns: names, rows: rows.map(cutRow), cut };
        this.#emit({ type: "StatementDone", data: { session: name, step, ...answer, transaction } });
      }
    } catch (error) {
      this.#underWay.delete(name);
      const message = error instanceof ConnectionLost ? error.why : say("session-connection-lost");
      this.#emit({ type: "SessionLost", data: { session: name, message } });
    }
    this.#changed = true;
    // It may end long after the command that sent it.
    void this.#next(() => this.#look()).catch(() => {});
  }

  /** Waits until the other session's statement is done, where this one has let it go on. */
  async #followOther(name: SessionName): Promise<void> {
    const sent = this.#underWay.get(name);
    if (sent === undefined) return;
    await waitForStatement(sent.done, this.#sessions[name].connection.pid, this.#database.activity);
  }

  #appendEvent(name: SessionName, text: string): void {
    if (!this.#withCart || this.#appended.has(name) || !writes.test(text)) return;
    this.#appended.add(name);
    this.#emit({ type: "CartEventAppended", data: { session: name, event: itemAdded } });
  }

  /** Reads tables and locks, where something happened since the last time. */
  async #look(): Promise<void> {
    if (!this.#changed) return;
    this.#changed = false;
    const pids = new Map(sessionNames.map((name) => [this.#sessions[name].connection.pid, name]));
    const locks = await readLocks(this.#database.activity, this.#observer, pids);
    this.#emit({ type: "LocksRead", data: { locks } });
    this.#names = await tableNames(this.#observer, schema);
    this.#committed = await readTables(this.#observer, schema, this.#names);
    const seen = { A: await this.#view("A"), B: await this.#view("B") };
    this.#emit({ type: "TablesRead", data: { committed: this.#committed ?? [], seen } });
  }

  /** What a session would read now, without changing what it will read. */
  async #view(name: SessionName): Promise<SessionView> {
    const session = this.#sessions[name];
    const { isolation, transaction, connection } = session;
    if (connection.lost) return { state: "not-readable" };
    if (this.#underWay.has(name)) return { state: "waiting" };
    if (transaction === "failed") return { state: "failed" };
    if (this.#committed === null) return { state: "not-readable" };
    if (transaction === "none") {
      const fixes = isolation === "repeatable read" || isolation === "serializable";
      if (fixes && !session.started) return { state: "no-snapshot" };
      return { state: "read", tables: this.#committed };
    }
    // Under serializable, each read of a session counts for its conflicts: nobody may read in its name.
    if (isolation === "serializable") {
      const tables = this.#snapshots.get(name) ?? null;
      return tables === null ? { state: "not-readable" } : { state: "snapshot", tables };
    }
    // A savepoint gives back the locks that looking takes, and keeps a failure from the session's transaction.
    await connection.run("SAVEPOINT look", 0);
    const tables = await readTables(connection, schema, this.#names);
    await connection.run("ROLLBACK TO SAVEPOINT look", 0);
    await connection.run("RELEASE SAVEPOINT look", 0);
    return tables === null ? { state: "not-readable" } : { state: "read", tables };
  }
}

const refuse = (detail: ReturnType<typeof say>) => new Refusal("lab-refused", detail);

/** What is left out of an answer, and how to see it; null where all is there. */
function cutOf(rows: (string | null)[][], more: boolean): Message | null {
  if (more) return say("answer-cut-rows", { most: databaseLimits.rows });
  return rows.some(hasCutValue) ? say("answer-cut-text", { most: databaseLimits.cellCharacters }) : null;
}
