import type { ClientConfig } from "pg";
import { databaseLabSentences } from "../../../engine/sentences/english/database-lab.ts";
import { sentencesFrom } from "../../../engine/sentences/message.ts";
import { type LimitedAnswer, runLimited } from "./limited-statement.ts";
import { postgresLimits } from "./limits.ts";
import type { ServerActivity } from "./server-activity.ts";
import { SqlConnection } from "./sql-connection.ts";

const say = sentencesFrom(databaseLabSentences);

/** How old what is known about a database's size may be, in ms. */
const sizeAge = 2_000;
/** What makes room, or takes none: it runs in a database that is full too. */
const makesRoom =
  /^\s*(?:DROP|TRUNCATE|DELETE|VACUUM|SELECT|TABLE|VALUES|SHOW|EXPLAIN|BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE)\b/i;

/** One learner's database: connections to it, and statements within our limits. */
export class LearnerDatabase {
  readonly name: string;
  readonly activity: ServerActivity;
  readonly #config: ClientConfig;
  #size = { megabytes: 0, at: 0 };

  constructor(name: string, config: ClientConfig, activity: ServerActivity) {
    this.name = name;
    this.activity = activity;
    this.#config = config;
  }

  /** `schema`: where names without a schema are looked up. */
  connect(schema: string): Promise<SqlConnection> {
    const { runSeconds, waitSeconds } = postgresLimits;
    // The last resort, should nobody be left to count: a learner may set it to something else.
    const timeout = (runSeconds + waitSeconds) * 1_000;
    const options = `-c search_path=${schema} -c statement_timeout=${timeout} -c client_min_messages=notice`;
    return SqlConnection.open({ ...this.#config, options });
  }

  /** Runs one statement. A database that is full takes only what makes room. Throws ConnectionLost. */
  async run(
    connection: SqlConnection,
    text: string,
    rows: number,
    signal: AbortSignal,
  ): Promise<LimitedAnswer> {
    if (!makesRoom.test(text)) {
      const size = await this.#megabytes();
      const { databaseMegabytes: most } = postgresLimits;
      if (size > most) return refused(say("database-full", { size, most }));
    }
    return runLimited(connection, this.activity, { text, rows, database: this.name }, signal);
  }

  async #megabytes(): Promise<number> {
    if (Date.now() - this.#size.at > sizeAge)
      this.#size = { megabytes: await this.activity.megabytesOf(this.name), at: Date.now() };
    return this.#size.megabytes;
  }
}

/** As PostgreSQL says that a disk is full. */
function refused(stopped: LimitedAnswer["stopped"] & object): LimitedAnswer {
  const failure = {
    severity: "ERROR",
    code: "53100",
    message: stopped.message,
    detail: null,
    hint: null,
    position: null,
  };
  return { columns: [], rows: [], more: false, tag: "", failure, transaction: "I", stopped };
}
