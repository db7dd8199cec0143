import { join } from "node:path";
import { openPostgres } from "../../services/postgres/open-postgres.ts";
import { LearnerDatabases } from "../labs/postgres/learner-databases.ts";

/**
 * One real PostgreSQL for all `*.lab.test.ts`, or the one that DATABASE_URL names. Throws an Error that says why the tests
 * cannot have it.
 */
export async function openSharedPostgres(
  dataDir: string,
  env: NodeJS.ProcessEnv,
): Promise<{ url: string; close(): Promise<void> }> {
  try {
    const postgres = await openPostgres({ dataDir: join(dataDir, "postgres"), env, log: () => {} });
    try {
      // The template is made once, before several processes look for it.
      const databases = await LearnerDatabases.open(postgres.url, postgres.kind === "local");
      await databases.close();
    } catch (error) {
      await postgres.stop();
      throw error;
    }
    return { url: postgres.url, close: () => postgres.stop() };
  } catch (error) {
    throw new Error(`The labs' tests need PostgreSQL, and cannot have it. ${(error as Error).message}`, {
      cause: error,
    });
  }
}
