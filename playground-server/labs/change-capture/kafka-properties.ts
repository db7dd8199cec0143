import type { KafkaSettings } from "../../log/kafka-client.ts";

/** How a Java client reaches the course's Kafka. */
export function kafkaProperties({ brokers, client: { ssl, sasl } }: KafkaSettings): Record<string, string> {
  const security = `${sasl ? "SASL_" : ""}${ssl ? "SSL" : "PLAINTEXT"}`;
  return {
    "bootstrap.servers": brokers.join(","),
    "security.protocol": security,
    ...(typeof ssl === "object" &&
      ssl.ca && {
        "ssl.truststore.type": "PEM",
        "ssl.truststore.certificates": ssl.ca.join("\n"),
      }),
    ...(sasl && { "sasl.mechanism": sasl.mechanism.toUpperCase(), "sasl.jaas.config": jaasOf(sasl) }),
  };
}

function jaasOf({ mechanism, username, password }: NonNullable<KafkaSettings["client"]["sasl"]>): string {
  const module = mechanism === "plain" ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
  return `org.apache.kafka.common.security.${module} required username=${quote(username)} password=${quote(password)};`;
}

const quote = (text: string) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
