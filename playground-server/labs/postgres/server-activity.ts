import { Pool, type QueryResultRow } from "pg";

/** What a server process does now. */
export interface ProcessActivity {
  pid: number;
  /** Whether it waits for a lock, or for another transaction's snapshot. */
  waits: boolean;
  /** The processes it waits for. */
  blockers: number[];
}

export interface LockRow {
  pid: number;
  mode: string;
  granted: boolean;
  /** `relation`, `tuple`, `transactionid` … of `pg_locks`. */
  type: string;
  /** OID of the table; null where the lock is on none. */
  relation: number | null;
}

/** Connections of the server's own role: it makes learners' databases, and looks at what their sessions do. */
export class ServerActivity {
  readonly #pool: Pool;

  constructor(url: string) {
    this.#pool = new Pool({
      connectionString: url,
      max: 4,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
      options: "-c statement_timeout=30s",
    });
    // A server that was killed is noticed by the next query.
    this.#pool.on("error", () => {});
  }

  async query<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.#pool.query<Row>(text, values)).rows;
  }

  async of(pids: number[]): Promise<ProcessActivity[]> {
    return this.query<ProcessActivity & QueryResultRow>(
      `SELECT pid, (wait_event_type = 'Lock' OR wait_event = 'SafeSnapshot') IS TRUE AS waits,
              pg_blocking_pids(pid) || pg_safe_snapshot_blocking_pids(pid) AS blockers
         FROM pg_stat_activity WHERE pid = ANY($1) AND state = 'active'`,
      [pids],
    );
  }

  /** The locks that these processes hold or wait for, without those that every transaction has on itself. */
  async locks(pids: number[]): Promise<LockRow[]> {
    return this.query<LockRow & QueryResultRow>(
      `SELECT pid, mode, granted, locktype AS type, relation::int8::int4 AS relation
         FROM pg_locks
        WHERE pid = ANY($1) AND NOT (locktype = 'virtualxid' OR (locktype = 'transactionid' AND granted))
        ORDER BY pid, granted DESC, relation, mode`,
      [pids],
    );
  }

  async megabytesOf(database: string): Promise<number> {
    const [row] = await this.query<{ bytes: string }>("SELECT pg_database_size($1::name) AS bytes", [
      database,
    ]);
    return Math.ceil(Number(row?.bytes ?? 0) / 2 ** 20);
  }

  async cancel(pid: number): Promise<void> {
    await this.query("SELECT pg_cancel_backend($1)", [pid]);
  }

  async terminate(pid: number): Promise<void> {
    await this.query("SELECT pg_terminate_backend($1)", [pid]);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
