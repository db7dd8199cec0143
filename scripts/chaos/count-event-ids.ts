import { randomUUID } from "node:crypto";
import pino from "pino";
import { type KafkaSettings, openKafkaJs } from "../../playground-server/log/kafka-client.ts";

/** How often each event id is in the topics whose names fit, read from Kafka itself and not through the server. */
export async function countEventIds(kafka: KafkaSettings, names: RegExp): Promise<Map<string, number>> {
  const client = openKafkaJs(kafka, pino({ level: "silent" }));
  const admin = client.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((name) => names.test(name));
  const ends = new Map<string, number>();
  for (const topic of topics) {
    for (const { partition, high } of await admin.fetchTopicOffsets(topic)) {
      if (Number(high) > 0) ends.set(`${topic} ${partition}`, Number(high));
    }
  }
  const counts = new Map<string, number>();
  const group = `chaos-${randomUUID()}`;
  const consumer = client.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  const done = Promise.withResolvers<void>();
  if (ends.size === 0) done.resolve();
  await consumer.run({
    eachBatch: async ({ batch }) => {
      for (const { value } of batch.messages) {
        const id = JSON.parse(String(value)).metadata.id as string;
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      const place = `${batch.topic} ${batch.partition}`;
      if (Number(batch.lastOffset()) + 1 >= (ends.get(place) ?? 0)) ends.delete(place);
      if (ends.size === 0) done.resolve();
    },
  });
  await done.promise;
  await consumer.disconnect();
  await admin.deleteGroups([group]).catch(() => {});
  await admin.disconnect();
  return counts;
}
