import { Client } from "pg";
import { hideOthers } from "./hide-others.ts";
import type { ServerActivity } from "./server-activity.ts";

/** Changes with what is in it: a template of an older server is not used again. */
export const templateDatabase = "offset_zero_template_1";

/** Schemas of a learner's database. The first is the learner's own; in the second, all interleavings run. */
export const learnerSchemas = ["public", "interleavings"] as const;

/** Makes the database that every learner's database is a copy of. Does nothing where it is there. */
export async function makeTemplate(activity: ServerActivity, url: string, ours: boolean): Promise<void> {
  if (ours) await activity.query("REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
  const [found] = await activity.query("SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate", [
    templateDatabase,
  ]);
  if (found !== undefined) return;
  await activity.query(`DROP DATABASE IF EXISTS ${templateDatabase}`);
  await activity.query(`CREATE DATABASE ${templateDatabase} TEMPLATE template0`);
  const client = new Client({ connectionString: urlOf(url, templateDatabase) });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT rolsuper FROM pg_roles WHERE rolname = current_user");
    // Only a superuser can take away what PostgreSQL gives to everybody.
    if (rows[0]?.rolsuper === true) for (const statement of hideOthers) await client.query(statement);
    await client.query("CREATE SCHEMA interleavings");
  } finally {
    await client.end();
  }
  await activity.query(`REVOKE ALL ON DATABASE ${templateDatabase} FROM PUBLIC`);
  // From now on it counts as made.
  await activity.query(`ALTER DATABASE ${templateDatabase} IS_TEMPLATE true`);
}

/** The same server and role, another database. */
export function urlOf(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
