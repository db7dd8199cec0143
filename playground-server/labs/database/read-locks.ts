import type { HeldLock } from "../../../engine/labs/database/events.ts";
import type { SessionName } from "../../../engine/labs/database/interleavings.ts";
import type { LockRow, ServerActivity } from "../postgres/server-activity.ts";
import type { SqlConnection } from "../postgres/sql-connection.ts";

const kinds: Record<string, HeldLock["kind"]> = {
  relation: "table",
  tuple: "row",
  transactionid: "transaction",
};

/** Locks of system tables and of indexes say nothing about the scripts. */
const firstOwnOid = 16_384;

/** What two sessions hold and wait for now, by the names of the tables. */
export async function readLocks(
  activity: ServerActivity,
  observer: SqlConnection,
  sessions: ReadonlyMap<number, SessionName>,
): Promise<HeldLock[]> {
  const rows = await activity.locks([...sessions.keys()]);
  const tables = await namesOf(observer, rows);
  return rows.flatMap(({ pid, mode, granted, type, relation }): HeldLock[] => {
    const session = sessions.get(pid);
    const on = relation === null ? "" : tables.get(relation);
    if (session === undefined || on === undefined) return [];
    return [{ session, mode, granted, kind: kinds[type] ?? "other", on }];
  });
}

async function namesOf(observer: SqlConnection, rows: LockRow[]): Promise<Map<number, string>> {
  const oids = rows.flatMap(({ relation }) => (relation === null || relation < firstOwnOid ? [] : relation));
  if (oids.length === 0) return new Map();
  const answer = await observer.run(
    `SELECT oid, relname FROM pg_catalog.pg_class WHERE relkind IN ('r', 'p') AND oid IN (${oids.join(", ")})`,
    oids.length,
  );
  return new Map(answer.rows.map(([oid, name]) => [Number(oid), name ?? ""]));
}
