import type { ClientConfig } from "pg";
import { databaseLabSentences } from "../../../engine/sentences/english/database-lab.ts";
import { sentencesFrom } from "../../../engine/sentences/message.ts";
import { type LimitedAnswer, runLimited } from "./limited-statement.ts";
import { postgresLimits } from "./limits.ts";
import type { ServerActivity } from "./server-activity.ts";
import { SqlConnection } from "./sql-connection.ts";

const say = sentencesFrom(databaseLabSentences);

/** What makes room. `VACUUM FULL` takes some before, for a copy of what is left. */
const makesRoom = /^\s*(?:DROP|TRUNCATE|VACUUM)\b/i;
/** What takes none: it runs in a database that is full too, and is stopped where it takes some after all. */
const takesNone =
  /^\s*(?:DELETE|SELECT|TABLE|VALUES|SHOW|EXPLAIN|BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE)\b/i;

/** One learner's database: connections to it, and statements within our limits. */
export class LearnerDatabase {
  readonly name: string;
  readonly activity: ServerActivity;
  readonly #config: ClientConfig;

  constructor(name: string, config: ClientConfig, activity: ServerActivity) {
    this.name = name;
    this.activity = activity;
    this.#config = config;
  }

  connect(schema: string): Promise<SqlConnection> {
    return SqlConnection.open(this.configFor(schema));
  }

  /** How the learner's role connects. `schema`: where names without a schema are looked up. */
  configFor(schema: string): ClientConfig {
    const { runSeconds, waitSeconds } = postgresLimits;
    // The last resort, should nobody be left to count: a learner may set it to something else.
    const timeout = (runSeconds + waitSeconds) * 1_000;
    const options = `-c search_path=${schema} -c statement_timeout=${timeout} -c client_min_messages=notice`;
    return { ...this.#config, options };
  }

  /** Runs one statement. A database that is full takes only what makes room. Throws ConnectionLost. */
  async run(
    connection: SqlConnection,
    text: string,
    rows: number,
    signal: AbortSignal,
  ): Promise<LimitedAnswer> {
    const { databaseMegabytes: most } = postgresLimits;
    const size = await this.#megabytes();
    const frees = makesRoom.test(text);
    if (size > most && !frees && !takesNone.test(text)) return refused(say("database-full", { size, most }));
    const mostMegabytes = frees ? Number.POSITIVE_INFINITY : Math.max(most, size);
    return runLimited(connection, this.activity, { text, rows, database: this.name, mostMegabytes }, signal);
  }

  /** Asked before each statement: a fast disk takes many times what is allowed within a second. */
  async #megabytes(): Promise<number> {
    // A server that is gone is the statement's to tell.
    return this.activity.megabytesOf(this.name).catch(() => 0);
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
