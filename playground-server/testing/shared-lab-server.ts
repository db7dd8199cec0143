import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startServer } from "../main.ts";
import { openSharedBroker } from "./shared-broker.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of a server with all labs. A system starts when the first test needs it, once for all tests. */
    labServer: string;
  }
}

/** One broker and one server for all `*.lab.test.ts`. Where a lab's system cannot start, its tests fail: they are never skipped. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const broker = await openSharedBroker();
  const server = await startServer({
    host: "127.0.0.1",
    port: 0,
    kafka: broker.kafka,
    siteDir: null,
    dataDir: join(broker.dataDir, "server"),
    log: () => {},
    env: { ...process.env, PER_ADDRESS_SESSIONS: "1000", LAB_SESSIONS: "1000", LEARNER_TOPICS: "1000" },
  });
  project.provide("kafka", broker.kafka);
  project.provide("labServer", server.url);
  return async () => {
    await server.close();
    await broker.close();
  };
}
