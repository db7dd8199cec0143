import { expect, test } from "vitest";
import type { KafkaClientSettings } from "../../log/kafka-client.ts";
import { kafkaProperties } from "./kafka-properties.ts";

const properties = (client: KafkaClientSettings) =>
  kafkaProperties({ brokers: ["a:1", "b:2"], client } as Parameters<typeof kafkaProperties>[0]);

test("a Java client gets the settings that the server's own clients have", () => {
  expect(properties({})).toEqual({ "bootstrap.servers": "a:1,b:2", "security.protocol": "PLAINTEXT" });
  expect(properties({ ssl: true })).toMatchObject({ "security.protocol": "SSL" });
  const sasl = { mechanism: "scram-sha-512", username: "ann", password: 'a"b\\c' } as const;
  expect(properties({ ssl: { ca: ["PEM"] }, sasl })).toEqual({
    "bootstrap.servers": "a:1,b:2",
    "security.protocol": "SASL_SSL",
    "ssl.truststore.type": "PEM",
    "ssl.truststore.certificates": "PEM",
    "sasl.mechanism": "SCRAM-SHA-512",
    "sasl.jaas.config":
      'org.apache.kafka.common.security.scram.ScramLoginModule required username="ann" password="a\\"b\\\\c";',
  });
});
