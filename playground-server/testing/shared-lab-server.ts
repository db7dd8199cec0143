import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import type { ServerOptions } from "../main.ts";
import { openSharedBroker } from "./shared-broker.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of a server with all labs. A system starts when the first test needs it, once for all tests. */
    labServer: string;
    /** Where its labs' systems keep what they need, each in a folder of its own. */
    labsDir: string;
  }
}

const serverFile = fileURLToPath(new URL("./lab-server-process.ts", import.meta.url));

/** One broker and one server for all `*.lab.test.ts`. Where a lab's system cannot start, its tests fail: they are never skipped. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const broker = await openSharedBroker();
  const options: ServerOptions = {
    host: "127.0.0.1",
    port: 0,
    kafka: broker.kafka,
    siteDir: null,
    dataDir: join(broker.dataDir, "server"),
    env: { ...process.env, PER_ADDRESS_SESSIONS: "1000", LAB_SESSIONS: "1000", LEARNER_TOPICS: "1000" },
  };
  const server = fork(serverFile, [JSON.stringify(options)]);
  const [url] = await Promise.race([
    once(server, "message"),
    once(server, "exit").then(() => Promise.reject(new Error("The labs' server did not start."))),
  ]);
  project.provide("kafka", broker.kafka);
  project.provide("labServer", url as string);
  project.provide("labsDir", join(options.dataDir, "labs"));
  return async () => {
    const exited = once(server, "exit");
    server.disconnect();
    await exited;
    await broker.close();
  };
}
