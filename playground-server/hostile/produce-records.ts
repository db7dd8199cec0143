import { Admin } from "@platformatic/kafka";
import type { Message } from "kafkajs";
import { openKafkaJs } from "../log/kafka-client.ts";
import { silentLogger } from "../testing/test-playground.ts";
import type { TargetServer } from "./target-server.ts";

/**
 * Makes a topic `mine.<learner>.<name>` of one partition, past the server, and writes records into it, whatever they
 * hold. Gives its name without the prefix.
 */
export async function produceRecords(
  target: TargetServer,
  name: string,
  batches: Message[][],
  config: Record<string, string> = {},
): Promise<string> {
  const { text } = await target.ask("/api/events", {
    body: { topic: `mine.${name}-first`, key: "k", event: { type: "First", data: null } },
  });
  const first = (JSON.parse(text) as { position: { topic: string } }).position.topic;
  target.wrote(first);
  const topic = first.replace(/-first$/, "");
  const wire = target.kafka.topicPrefix + topic;
  const kafka = openKafkaJs(target.kafka, silentLogger);
  const [admin, producer] = [kafka.admin(), kafka.producer({ allowAutoTopicCreation: false })];
  await Promise.all([admin.connect(), producer.connect()]);
  const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
  await admin.createTopics({ topics: [{ topic: wire, numPartitions: 1, configEntries }] });
  for (const messages of batches) await producer.send({ topic: wire, messages });
  await Promise.all([admin.disconnect(), producer.disconnect()]);
  target.wrote(topic, batches.flat().length);
  return topic;
}

/** Deletes a topic's records before an offset, as retention does. */
export async function trim(target: TargetServer, topic: string, offset: number): Promise<void> {
  const admin = new Admin({ clientId: "retention", bootstrapBrokers: target.kafka.brokers });
  const partitions = [{ partition: 0, offset: BigInt(offset) }];
  await admin.deleteRecords({ topics: [{ name: target.kafka.topicPrefix + topic, partitions }] });
  await admin.close();
}
