import pino from "pino";
import { type KafkaSettings, openKafkaJs } from "../../../playground-server/log/kafka-client.ts";
import { ledgerRecord } from "./ledger-records.ts";

const silent = pino({ level: "silent" });
/** A batch stays below a megabyte. */
const recordsPerBatch = 5_000;

export interface LedgerTopic {
  topic: string;
  partitions: number;
  /** How many of the ledger's first records. */
  records: number;
}

/** Makes a topic with the ledger's records, spread over its partitions by key. Does nothing where it is there. */
export async function fillTopic(
  settings: KafkaSettings,
  { topic, partitions, records }: LedgerTopic,
): Promise<void> {
  if (!(await makeTopic(settings, topic, partitions))) return;
  const producer = openKafkaJs(settings, silent).producer();
  await producer.connect();
  try {
    const perSend = partitions * recordsPerBatch;
    for (let from = 0; from < records; from += perSend) {
      const messages = Array.from({ length: Math.min(perSend, records - from) }, (_, i) => {
        const { key, value, timestamp } = ledgerRecord(from + i);
        return { key, value, timestamp: String(timestamp) };
      });
      // One after the other: of two at once the second may arrive first, and then the log is another one.
      await producer.send({ topic: settings.topicPrefix + topic, messages, acks: 1 });
    }
  } finally {
    await producer.disconnect();
  }
}

/** False where it was there before. */
export async function makeTopic(
  settings: KafkaSettings,
  topic: string,
  numPartitions: number,
): Promise<boolean> {
  const admin = openKafkaJs(settings, silent).admin();
  await admin.connect();
  try {
    const configEntries = [
      { name: "segment.bytes", value: String(1 << 30) },
      { name: "retention.ms", value: "-1" },
    ];
    const made = { topic: settings.topicPrefix + topic, numPartitions, replicationFactor: -1, configEntries };
    return await admin.createTopics({ topics: [made] });
  } finally {
    await admin.disconnect();
  }
}
