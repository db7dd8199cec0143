import { aclCommands } from "../playground-server/log/needed-acls.ts";
import { brokersFrom } from "../services/kafka/client-settings.ts";
import { StartFailure } from "../services/start-failure.ts";

/**
 * What `npm start -- --acls` prints: the commands that give the configured user all that the server needs. Throws a
 * StartFailure where no cluster or no user is configured.
 */
export function describeAcls(env: NodeJS.ProcessEnv): string {
  const brokers = brokersFrom(env);
  const user = env.KAFKA_SASL_USERNAME;
  if (brokers.length === 0) {
    throw new StartFailure(
      "settings-wrong",
      "Without KAFKA_BROKERS, Offset Zero starts its own broker, which has no ACLs. Set KAFKA_BROKERS, KAFKA_SASL_USERNAME and, if topics have a prefix, KAFKA_TOPIC_PREFIX. Then run this again.",
    );
  }
  if (!user) {
    throw new StartFailure(
      "settings-wrong",
      "ACLs are granted to a user, but KAFKA_SASL_USERNAME is not set. Set it and run this again.",
    );
  }
  const head = [
    `# What Offset Zero needs as the user ${user}. Run these as an administrator of the cluster;`,
    "# admin.properties says how kafka-acls logs in.",
  ];
  return [...head, ...aclCommands(user, env.KAFKA_TOPIC_PREFIX ?? "", brokers)].join("\n");
}
