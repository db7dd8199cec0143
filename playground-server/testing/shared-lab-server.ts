import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startLabServer } from "./lab-server.ts";
import { openSharedBroker } from "./shared-broker.ts";
import { openSharedPostgres } from "./shared-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of a server with all labs. Its three brokers start when the first test needs them. */
    labServer: string;
    /** Where its labs' systems keep what they need, each in a folder of its own. */
    labsDir: string;
    /** The PostgreSQL of that server, as `postgresql://` of a role that may make databases. */
    postgres: string;
  }
}

/**
 * One broker, one PostgreSQL and one server for all `*.lab.test.ts`: a test that kills a system has one of its own. Where a
 * system cannot start, its tests fail: they are never skipped.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const closings: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closing of closings.toReversed()) await closing();
  };
  try {
    const broker = await openSharedBroker();
    closings.push(broker.close);
    const postgres = await openSharedPostgres(broker.dataDir, process.env);
    closings.push(postgres.close);
    const server = await startLabServer(broker.kafka, join(broker.dataDir, "server"), {
      PER_ADDRESS_SESSIONS: "1000",
      LAB_SESSIONS: "1000",
      LEARNER_TOPICS: "1000",
      DATABASE_URL: postgres.url,
    });
    closings.push(server.close);
    project.provide("kafka", broker.kafka);
    project.provide("labServer", server.url);
    project.provide("labsDir", server.labsDir);
    project.provide("postgres", postgres.url);
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}
