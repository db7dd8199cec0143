import type { SystemUser } from "../processes/child-process.ts";
import { runCommand } from "../processes/run-command.ts";

/** PostgreSQL refuses to run as root. `nobody` exists everywhere; `postgres` where the system has a PostgreSQL. */
const candidates = ["postgres", "nobody"];

/** The user PostgreSQL runs as where we are root; undefined where our own user will do. */
export async function postgresUser(env: NodeJS.ProcessEnv): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of candidates) {
    const uid = await idOf("-u", name, env);
    const gid = await idOf("-g", name, env);
    if (uid !== null && gid !== null) return { uid, gid };
  }
  return undefined;
}

async function idOf(flag: string, name: string, env: NodeJS.ProcessEnv): Promise<number | null> {
  const { code, output } = await runCommand("id", [flag, name], { env, timeoutMs: 5_000 });
  return code === 0 ? Number(output.trim()) : null;
}
