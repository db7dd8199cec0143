import { Client, type ClientConfig } from "pg";
import type { SqlFailure } from "../../../engine/labs/database/sql-answer.ts";
import { databaseLabSentences } from "../../../engine/sentences/english/database-lab.ts";
import { type Message, sentencesFrom } from "../../../engine/sentences/message.ts";
import { postgresLimits } from "./limits.ts";
import { failureOf, type StatementAnswer, StatementQuery } from "./statement-query.ts";

const say = sentencesFrom(databaseLabSentences);

/** The connection ended in the middle of a statement. `why` is for the learner. */
export class ConnectionLost extends Error {
  readonly why: Message;

  constructor(why: Message, options: { cause?: unknown } = {}) {
    super(why.message, options);
    this.name = "ConnectionLost";
    this.why = why;
  }
}

/** One connection of a learner's role: one statement at a time, answers of bounded size. */
export class SqlConnection {
  readonly #client: Client;
  readonly #pid: number;
  #bytes = 0;
  #lost: Message | null = null;
  #notices: SqlFailure[] = [];
  #current: StatementQuery | null = null;

  private constructor(client: Client, pid: number) {
    this.#client = client;
    this.#pid = pid;
  }

  /** Throws what the server or the network answers. */
  static async open(config: ClientConfig): Promise<SqlConnection> {
    const client = new Client({ ...config, connectionTimeoutMillis: postgresLimits.connectMilliseconds });
    // An end between two statements is noticed by the next one.
    client.on("error", () => {});
    await client.connect();
    const { processID, connection } = client as unknown as RawClient;
    const opened = new SqlConnection(client, processID);
    connection.stream.on("data", (chunk) => opened.#count(chunk.length));
    client.on("notice", (notice) => opened.#hear(failureOf(notice)));
    client.on("end", () => {
      opened.#lost ??= say("session-connection-lost");
      // pg forgets a statement once an error for it has come.
      opened.#current?.handleError(new Error("The connection ended."));
    });
    return opened;
  }

  /** Of the server's process, as in `pg_stat_activity`. */
  get pid(): number {
    return this.#pid;
  }

  /** Why it cannot be used any more; null while it can. */
  get lost(): Message | null {
    return this.#lost;
  }

  /** Runs one statement and keeps so many rows of its answer. Throws ConnectionLost. */
  async run(text: string, rows: number): Promise<StatementAnswer> {
    if (this.#lost) throw new ConnectionLost(this.#lost);
    this.#bytes = 0;
    this.#notices = [];
    const query = new StatementQuery(text, rows);
    this.#current = query;
    try {
      this.#client.query(query);
      return await query.answer;
    } catch (error) {
      this.#lost ??= say("session-connection-lost");
      throw new ConnectionLost(this.#lost, { cause: error });
    } finally {
      this.#current = null;
    }
  }

  /** What the server remarked during the last statement. */
  get notices(): readonly SqlFailure[] {
    return this.#notices;
  }

  /** Ends it; a transaction is rolled back. Does not throw. */
  async close(): Promise<void> {
    this.#lost ??= say("session-connection-lost");
    await this.#client.end().catch(() => {});
  }

  #hear(notice: SqlFailure): void {
    if (this.#notices.length < postgresLimits.notices) this.#notices.push(notice);
  }

  /** One value can be as large as the server's memory: what is too much must not get into ours. */
  #count(bytes: number): void {
    const { answerMegabytes: megabytes } = postgresLimits;
    this.#bytes += bytes;
    if (this.#bytes <= megabytes * 2 ** 20 || this.#lost) return;
    this.#lost = say("answer-too-large", { megabytes });
    (this.#client as unknown as RawClient).connection.stream.destroy();
  }
}

/** What pg's types leave out. */
interface RawClient {
  processID: number;
  connection: {
    stream: { on(event: "data", hear: (chunk: Buffer) => void): void; destroy(): void };
  };
}
