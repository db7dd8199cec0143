import type { Isolation, TransactionStatus } from "../../../engine/labs/database/events.ts";
import type { SessionName } from "../../../engine/labs/database/interleavings.ts";
import { databaseLimits } from "../../../engine/labs/database/limits.ts";
import type { SessionOutcome } from "../../../engine/labs/database/outcomes.ts";
import type { Statement } from "../../../engine/labs/database/split-statements.ts";
import { interpolate, type Variables, variablesOfRow } from "../../../engine/labs/database/variables.ts";
import type { LearnerDatabase } from "../postgres/learner-database.ts";
import type { LimitedAnswer } from "../postgres/limited-statement.ts";
import type { SqlConnection } from "../postgres/sql-connection.ts";

/** A statement that was sent. `done` throws ConnectionLost. */
export interface SentStatement {
  step: number;
  text: string;
  done: Promise<LimitedAnswer>;
}

const writes = /^(?:INSERT|UPDATE|DELETE|MERGE) (?:0 )?(\d+)$/;

/** One script on its way through one connection, statement by statement. */
export class ScriptSession {
  readonly name: SessionName;
  readonly connection: SqlConnection;
  readonly isolation: Isolation;
  readonly #database: LearnerDatabase;
  readonly #statements: readonly Statement[];
  #variables: Variables = {};
  #next = 0;
  #begun: boolean;
  #committed = false;
  #transaction: TransactionStatus = "none";
  #outcome = { failure: null as SessionOutcome["failure"], rowsWritten: 0, wroteNothing: false };

  constructor(
    name: SessionName,
    connection: SqlConnection,
    database: LearnerDatabase,
    script: { statements: readonly Statement[]; isolation: Isolation },
  ) {
    this.name = name;
    this.connection = connection;
    this.isolation = script.isolation;
    this.#database = database;
    this.#statements = script.statements;
    this.#begun = script.isolation === "autocommit";
  }

  /** The place of the statement that comes next; null at the end of the script. */
  get next(): number | null {
    return this.#next < this.#statements.length ? this.#next : null;
  }

  get transaction(): TransactionStatus {
    return this.#transaction;
  }

  /** Whether its first statement was sent. */
  get started(): boolean {
    return this.#next > 0;
  }

  /** Sends the next statement. The transaction begins right before the first one. */
  send(signal: AbortSignal): SentStatement {
    const step = this.#next++;
    const statement = this.#statements[step];
    if (statement === undefined) throw new RangeError(`The script has no statement ${step}.`);
    const text = interpolate(statement.text, this.#variables);
    return { step, text, done: this.#run(text, statement.gset, signal) };
  }

  /** What became of the script, when its last statement is done. A transaction that is still open is rolled back. */
  async end(): Promise<SessionOutcome> {
    if (this.#transaction !== "none") await this.connection.run("ROLLBACK", 0);
    this.#transaction = "none";
    const whole = this.isolation === "autocommit" ? this.#outcome.failure === null : this.#committed;
    return { end: whole ? "committed" : "rolled-back", ...this.#outcome };
  }

  async #run(text: string, gset: string | null, signal: AbortSignal): Promise<LimitedAnswer> {
    if (!this.#begun) {
      this.#begun = true;
      await this.connection.run(`BEGIN ISOLATION LEVEL ${this.isolation.toUpperCase()}`, 0);
    }
    const answer = await this.#database.run(this.connection, text, databaseLimits.rows, signal);
    this.#transaction = ({ I: "none", T: "open", E: "failed" } as const)[answer.transaction];
    this.#outcome.failure ??= answer.failure;
    if (answer.tag === "COMMIT") this.#committed = true;
    const written = writes.exec(answer.tag);
    if (written !== null) {
      this.#outcome.rowsWritten += Number(written[1]);
      this.#outcome.wroteNothing ||= Number(written[1]) === 0;
    }
    const [row] = answer.rows;
    if (gset !== null && row !== undefined) {
      const names = answer.columns.map(({ name }) => name);
      this.#variables = variablesOfRow(this.#variables, gset, names, row);
    }
    return answer;
  }
}
