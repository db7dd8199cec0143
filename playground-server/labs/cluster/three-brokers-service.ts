import { verbatimMessage } from "../../../engine/sentences/message.ts";
import { whyNoJars } from "../../../services/kafka/download-jars.ts";
import { findJava } from "../../../services/kafka/find-java.ts";
import { startThreeBrokers } from "../../../services/kafka/three-brokers/three-brokers.ts";
import { StartFailure } from "../../../services/start-failure.ts";
import type { Service } from "../service.ts";
import { SharedCluster } from "./shared-cluster.ts";

/** Three brokers on this machine. One that dies is part of the lab and no end of the service. */
export const threeBrokersService: Service<SharedCluster> = {
  id: "three-brokers",
  title: "Three Kafka brokers",
  estimateSeconds: 7,
  async unavailable(env) {
    try {
      await findJava(env);
      const failure = await whyNoJars(env);
      return failure && verbatimMessage(failure.message);
    } catch (error) {
      if (error instanceof StartFailure) return verbatimMessage(error.message);
      throw error;
    }
  },
  async start({ dataDir, env, step }) {
    const brokers = await startThreeBrokers({ dataDir, env, log: (line) => step(verbatimMessage(line)) });
    const cluster = new SharedCluster(brokers);
    return { address: cluster, died: new Promise(() => {}), stop: () => cluster.close() };
  },
};
