import { brokersFrom, clientSettings } from "./client-settings.ts";
import type { KafkaService, OpenOptions } from "./kafka-service.ts";
import { reachProblem } from "./reach-problem.ts";

/**
 * A cluster that somebody else runs, named in KAFKA_BROKERS. That it does not answer now is said but is no
 * failure: it may come back, and clients connect when they are asked for something.
 */
export async function openExternalCluster({ env, log }: OpenOptions): Promise<KafkaService> {
  const brokers = brokersFrom(env);
  const client = clientSettings(env);
  const where = `the cluster at ${brokers.join(", ")}`;
  const problem = await reachProblem(brokers, client);
  if (problem !== null) {
    const next = problem.setting
      ? "Change the setting and start again."
      : "The server tries again by itself.";
    log(`Now, ${where} cannot be reached: ${problem.why}. ${next}`);
  }
  return {
    kind: "external",
    brokers,
    client,
    topicPrefix: env.KAFKA_TOPIC_PREFIX ?? "",
    version: null,
    sentence: `The log runs on ${where} (KAFKA_BROKERS).`,
    ours: false,
    stop: async () => {},
  };
}
