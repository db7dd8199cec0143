import { verbatimMessage } from "../../../engine/sentences/message.ts";
import { type ConnectParts, connectJars, openConnect } from "../../../services/connect/connect-worker.ts";
import { whyNoJars } from "../../../services/kafka/download-jars.ts";
import { findJava } from "../../../services/kafka/find-java.ts";
import { StartFailure } from "../../../services/start-failure.ts";
import type { Service } from "../service.ts";

/** What captures are started from. Each capture has a worker of its own, which its learner may kill. */
export interface ConnectWorkers {
  parts: ConnectParts;
  /** Each capture has a folder of its own in it. */
  dataDir: string;
  /** Who has a place for a worker. */
  places: Set<string>;
}

export const connectService: Service<ConnectWorkers> = {
  id: "connect",
  title: "Kafka Connect",
  estimateSeconds: 2,
  async unavailable(env) {
    try {
      await findJava(env);
      const failure = await whyNoJars(env, connectJars);
      return failure && verbatimMessage(failure.message);
    } catch (error) {
      if (error instanceof StartFailure) return verbatimMessage(error.message);
      throw error;
    }
  },
  async start({ dataDir, env, step }) {
    const parts = await openConnect(env, (line) => step(verbatimMessage(line)));
    return {
      address: { parts, dataDir, places: new Set() },
      died: new Promise(() => {}),
      stop: async () => {},
    };
  },
};
