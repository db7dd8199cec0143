import type { Database } from "../../engine/terminal/psql/database-interface.ts";
import type { Caller } from "../caller.ts";
import { Refusal } from "../errors.ts";
import { openSqlTerminal } from "../labs/database/run-sql.ts";
import { namesOf } from "../labs/learner-names.ts";
import { postgresService } from "../labs/postgres/postgres-service.ts";
import type { LabServices } from "../labs/services.ts";

/**
 * The learner's own database for one call of psql. PostgreSQL starts where it does not run, and `say` gets a line about
 * it. Throws the refusals of a service that cannot start, and `session-new`.
 */
export async function openLearnersDatabase(
  services: LabServices,
  caller: Caller,
  say: (line: string) => void,
): Promise<Database> {
  if (!caller.returned) throw new Refusal("session-new");
  const { services: running, release } = await services.use([postgresService], {
    hear(event) {
      if (event.type !== "ServiceStarting") return;
      const { title, step, estimateSeconds } = event.data;
      say(`(${title} starts, which takes about ${estimateSeconds} seconds. ${step.message})`);
    },
    onStopped: () => {},
  });
  try {
    const database = await running.address(postgresService).of(namesOf(caller.learner));
    const terminal = openSqlTerminal(database);
    return {
      async run(statement, options) {
        const result = await terminal.run(statement, options);
        return { ...result, stopped: result.stopped?.message ?? null };
      },
      async close() {
        await terminal.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}
