import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ports } from "../../services/kafka/broker-storage.ts";
import { startBrokerWithProperties } from "../../services/kafka/testing/broker-with-properties.ts";
import type { KafkaSettings } from "../log/kafka-client.ts";
import { noKafka } from "./test-playground.ts";

/** Starts a broker with properties of a test's own in addition to the usual ones. `stop` also deletes its files. */
export async function startSpecialBroker(
  properties: (ports: Ports) => Record<string, string>,
): Promise<{ settings: KafkaSettings; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), "offset-zero-special-"));
  const broker = await startBrokerWithProperties(dataDir, properties);
  return {
    settings: { ...noKafka, kind: "external", brokers: [`127.0.0.1:${broker.ports.broker}`], ours: true },
    async stop() {
      await broker.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * Starts a broker that asks for a user name and lets only `admin` do everything (`StandardAuthorizer`). Users and
 * passwords are the same word.
 */
export function startBrokerWithAcls(users: string[]): ReturnType<typeof startSpecialBroker> {
  const all = ["admin", ...users].map((name) => `user_${name}="${name}"`).join(" ");
  return startSpecialBroker(({ broker, controller }) => ({
    listeners: `SASL://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}`,
    "advertised.listeners": `SASL://127.0.0.1:${broker}`,
    "listener.security.protocol.map": "SASL:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
    "inter.broker.listener.name": "SASL",
    "sasl.enabled.mechanisms": "PLAIN",
    "sasl.mechanism.inter.broker.protocol": "PLAIN",
    "listener.name.sasl.plain.sasl.jaas.config": `org.apache.kafka.common.security.plain.PlainLoginModule required username="admin" password="admin" ${all};`,
    "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
    // The controller's listener knows no user names.
    "super.users": "User:admin;User:ANONYMOUS",
  }));
}

/** How one of the users logs in. */
export function asUser(name: string): KafkaSettings["client"] {
  return { sasl: { mechanism: "plain", username: name, password: name } };
}
