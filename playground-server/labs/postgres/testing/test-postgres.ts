import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPostgres } from "../../../../services/postgres/open-postgres.ts";
import type { PostgresService } from "../../../../services/postgres/postgres-service.ts";
import { type LearnerNames, namesOf } from "../../learner-names.ts";
import { LearnerDatabases } from "../learner-databases.ts";

export interface TestPostgres {
  postgres: PostgresService;
  databases: LearnerDatabases;
  close(): Promise<void>;
}

/** A real PostgreSQL for the tests of one file. */
export async function openTestPostgres(): Promise<TestPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), "offset-zero-postgres-"));
  const postgres = await openPostgres({ dataDir, log: () => {}, env: process.env });
  const databases = await LearnerDatabases.open(postgres.url, postgres.kind === "local");
  return {
    postgres,
    databases,
    async close() {
      await databases.close();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The names of a learner of the tests: of one hex digit. */
export const learner = (digit: string): LearnerNames => namesOf(digit.repeat(32));
