import { capturedTables, setup } from "../../../engine/labs/change-capture/shapes.ts";
import type { LearnerNames } from "../learner-names.ts";
import type { LearnerDatabase } from "../postgres/learner-database.ts";
import type { LearnerDatabases } from "../postgres/learner-databases.ts";
import { captureRefusal, sayOfCapture } from "./capture-refusal.ts";

/** A learner's tables, and what PostgreSQL needs for a capture of them: a role, a publication and a slot. */
export class CapturedTables {
  readonly #databases: LearnerDatabases;
  readonly #names: LearnerNames;
  readonly database: LearnerDatabase;

  private constructor(databases: LearnerDatabases, names: LearnerNames, database: LearnerDatabase) {
    this.#databases = databases;
    this.#names = names;
    this.database = database;
  }

  /** Makes database and tables where they are not there yet. */
  static async open(databases: LearnerDatabases, names: LearnerNames): Promise<CapturedTables> {
    const database = await databases.of({ role: names.captured });
    const connection = await database.connect("public");
    try {
      const { rows } = await connection.run(
        "SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace",
        1,
      );
      if (rows.length === 0) for (const statement of setup) await connection.run(statement, 0);
    } finally {
      await connection.close();
    }
    return new CapturedTables(databases, names, database);
  }

  /** Whether the server writes the log that a capture reads. */
  async canBeCaptured(): Promise<boolean> {
    const [row] = await this.#databases.activity.query<{ wal_level: string }>("SHOW wal_level");
    return row?.wal_level === "logical";
  }

  /** Makes the role and the publication. The connector makes the slot. Throws a Refusal where a table is gone. */
  async publish(): Promise<void> {
    const { captured, replicator } = this.#names;
    const password = this.#databases.passwordOf(replicator);
    await this.#expectTables();
    await this.#databases.activity.query(
      `CREATE ROLE ${replicator} LOGIN REPLICATION NOSUPERUSER NOINHERIT CONNECTION LIMIT 8 PASSWORD '${password}'`,
    );
    await this.#databases.asOperator(captured, async (client) => {
      await client.query(`GRANT CONNECT ON DATABASE ${captured} TO ${replicator}`);
      await client.query(`GRANT USAGE ON SCHEMA public TO ${replicator}`);
      await client.query(`GRANT SELECT ON public.orders, public.payments TO ${replicator}`);
      // Hidden from learners' roles; the connector looks there for its own slot and rights.
      await client.query(
        `GRANT SELECT ON pg_catalog.pg_replication_slots, pg_catalog.pg_roles, pg_catalog.pg_auth_members, pg_catalog.pg_database TO ${replicator}`,
      );
      await client.query(
        `GRANT EXECUTE ON FUNCTION pg_catalog.pg_get_replication_slots(), pg_catalog.pg_current_xact_id(),
           pg_catalog.txid_current() TO ${replicator}`,
      );
      await client.query(`CREATE PUBLICATION ${captured} FOR TABLE public.orders, public.payments`);
    });
  }

  async #expectTables(): Promise<void> {
    const { rows } = await this.#databases.asOperator(this.#names.captured, (client) =>
      client.query<{ relname: string }>(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
      ),
    );
    const missing = capturedTables.find((table) => !rows.some(({ relname }) => relname === table));
    if (missing) throw captureRefusal(sayOfCapture("capture-table-missing", { table: missing }));
  }

  /** How the connector reaches the tables. Secret. */
  get connectorConfig(): Record<string, string> {
    const { captured, replicator } = this.#names;
    const url = this.#databases.urlOf(captured, replicator);
    return {
      "database.hostname": url.hostname.replace(/^\[|\]$/g, ""),
      "database.port": url.port || "5432",
      "database.user": replicator,
      "database.password": url.password,
      "database.dbname": captured,
      "slot.name": captured,
      "publication.name": captured,
    };
  }

  /** Whether a connector follows the log now: its snapshot is done. */
  async isStreaming(): Promise<boolean> {
    const senders = await this.#databases.activity.query(
      "SELECT 1 FROM pg_stat_replication WHERE usename = $1 AND state = 'streaming'",
      [this.#names.replicator],
    );
    return senders.length > 0;
  }

  /** Where the server's log ends, in bytes from its beginning. */
  async logEnd(): Promise<number> {
    const [row] = await this.#databases.activity.query<{ lsn: string }>(
      "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') AS lsn",
    );
    return Number(row?.lsn ?? 0);
  }

  /** Removes slot, publication and role, also those of an earlier session. The tables stay. */
  async unpublish(): Promise<void> {
    const { captured, replicator } = this.#names;
    await this.#databases.asOperator(captured, async (client) => {
      await client.query(
        "SELECT pg_terminate_backend(active_pid, 5000) FROM pg_replication_slots WHERE slot_name = $1 AND active",
        [captured],
      );
      await client.query(
        "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = $1",
        [captured],
      );
      await client.query(`DROP PUBLICATION IF EXISTS ${captured}`);
      const { rows } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [replicator]);
      if (rows.length === 0) return;
      await client.query(`DROP OWNED BY ${replicator}`);
      await client.query(`DROP ROLE ${replicator}`);
    });
  }

  /** Removes everything, and makes the first tables anew. */
  async reset(): Promise<CapturedTables> {
    await this.unpublish();
    await this.#databases.drop({ role: this.#names.captured });
    return CapturedTables.open(this.#databases, this.#names);
  }
}
