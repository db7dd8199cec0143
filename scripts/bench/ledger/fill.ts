import pino from "pino";
import { type KafkaSettings, openKafkaJs } from "../../../playground-server/log/client.ts";
import { ledgerRecord } from "./records.ts";

/** A batch stays below a megabyte. */
const recordsPerBatch = 5_000;

/** Makes a topic and fills it with the ledger's first `records` records, spread over its partitions by key. */
export async function fillTopic(
  settings: KafkaSettings,
  { topic, partitions, records }: { topic: string; partitions: number; records: number },
): Promise<void> {
  const kafka = openKafkaJs(settings, pino({ level: "silent" }));
  const admin = kafka.admin();
  const producer = kafka.producer();
  await Promise.all([admin.connect(), producer.connect()]);
  try {
    const name = settings.topicPrefix + topic;
    const configEntries = [
      { name: "segment.bytes", value: String(1 << 30) },
      { name: "retention.ms", value: "-1" },
    ];
    await admin.createTopics({
      topics: [{ topic: name, numPartitions: partitions, replicationFactor: -1, configEntries }],
    });
    const perSend = partitions * recordsPerBatch;
    for (let from = 0; from < records; from += perSend) {
      const messages = Array.from({ length: Math.min(perSend, records - from) }, (_, i) => {
        const { key, value, timestamp } = ledgerRecord(from + i);
        return { key, value, timestamp: String(timestamp) };
      });
      // One after the other: of two at once the second may arrive first, and then the log is another one.
      await producer.send({ topic: name, messages, acks: 1 });
    }
  } finally {
    await Promise.all([admin.disconnect(), producer.disconnect()]);
  }
}
