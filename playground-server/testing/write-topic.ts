import type { Message } from "kafkajs";
import { type KafkaSettings, openKafkaJs } from "../log/kafka-client.ts";
import { silentLogger } from "./test-playground.ts";

/** Creates a topic and writes these messages to it, as another client of the cluster would: at most `atOnce` in one batch. */
export async function writeTopic(
  settings: KafkaSettings,
  topic: string,
  { partitions = 1, atOnce = 1_000, messages }: { partitions?: number; atOnce?: number; messages: Message[] },
): Promise<void> {
  const admin = openKafkaJs(settings, silentLogger).admin();
  await admin.connect();
  await admin.createTopics({
    topics: [{ topic: settings.topicPrefix + topic, numPartitions: partitions, replicationFactor: -1 }],
  });
  await admin.disconnect();
  await produceMessages(settings, topic, messages, atOnce);
}

/** Writes messages to a topic that exists. */
export async function produceMessages(
  settings: KafkaSettings,
  topic: string,
  messages: Message[],
  atOnce = messages.length,
): Promise<void> {
  const producer = openKafkaJs(settings, silentLogger).producer();
  await producer.connect();
  for (let from = 0; from < messages.length; from += atOnce)
    await producer.send({
      topic: settings.topicPrefix + topic,
      messages: messages.slice(from, from + atOnce),
    });
  await producer.disconnect();
}
