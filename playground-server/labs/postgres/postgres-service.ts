import { databaseLabSentences } from "../../../engine/sentences/english/database-lab.ts";
import { sentencesFrom, verbatimMessage } from "../../../engine/sentences/message.ts";
import { findPrograms } from "../../../services/postgres/find-programs.ts";
import { openPostgres } from "../../../services/postgres/open-postgres.ts";
import type { Service } from "../service.ts";
import { LearnerDatabases } from "./learner-databases.ts";

const say = sentencesFrom(databaseLabSentences);

/** PostgreSQL for all labs: of our own, or the one that `DATABASE_URL` names. */
export const postgresService: Service<LearnerDatabases> = {
  id: "postgres",
  title: "PostgreSQL",
  estimateSeconds: 3,
  async unavailable(env) {
    if (env.DATABASE_URL) return null;
    try {
      await findPrograms();
      return null;
    } catch (error) {
      return verbatimMessage(error instanceof Error ? error.message : String(error));
    }
  },
  async start({ dataDir, env, step }) {
    step(say("postgres-first-start"));
    const postgres = await openPostgres({ dataDir, env, log: () => {} });
    try {
      const databases = await LearnerDatabases.open(postgres.url, postgres.kind === "local");
      return {
        address: databases,
        died: postgres.died.then(async () => {
          await databases.close();
          return say("postgres-ended");
        }),
        async stop() {
          await databases.close();
          await postgres.stop();
        },
      };
    } catch (error) {
      await postgres.stop();
      throw error;
    }
  },
};
