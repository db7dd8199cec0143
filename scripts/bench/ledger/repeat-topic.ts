import { createAPI, produceV9, Writer } from "@platformatic/kafka";
import { SliceStream } from "../../../playground-server/log/batch-stream.ts";
import { type KafkaSettings, openFetcher } from "../../../playground-server/log/kafka-client.ts";
import { SliceReader } from "../../../playground-server/log/slice-reader.ts";
import { makeTopic } from "./fill-topic.ts";

const produceKey = 0;
const produceVersion = 9;
const leaderAcknowledges = 1;
const timeout = 10_000;

/** One batch of one partition as it stands in the log: the broker gives it its new offsets. */
const produceBatch = createAPI<
  [topic: string, partition: number, batch: Buffer],
  ReturnType<typeof produceV9.parseResponse>
>(
  produceKey,
  produceVersion,
  (topic: string, partition: number, batch: Buffer) =>
    Writer.create()
      .appendString(null) // no transaction
      .appendInt16(leaderAcknowledges)
      .appendInt32(timeout)
      .appendArray([topic], (topics, name) => {
        topics.appendString(name).appendArray([partition], (partitions, number) => {
          partitions.appendInt32(number).appendBytes(batch);
        });
      })
      .appendTaggedFields(),
  produceV9.parseResponse,
);

/**
 * Makes a topic of `from`'s records `times` over. Its record batches are copied as they are, which takes seconds where
 * encoding ten million records takes minutes. For topics whose partitions one broker leads.
 */
export async function repeatTopic(
  settings: KafkaSettings,
  { from, to, partitions, times }: { from: string; to: string; partitions: number; times: number },
): Promise<void> {
  await makeTopic(settings, to, partitions);
  const reader = new SliceReader(settings);
  const client = openFetcher(settings, 100);
  try {
    const name = settings.topicPrefix + to;
    const place = (await client.metadata({ topics: [name], forceUpdate: true })).topics.get(name);
    const node = place?.partitions[0]?.leader ?? -1;
    const connection = (await client.connectToBrokers([node])).get(node);
    if (!connection) throw new Error(`No broker leads ${to}.`);
    for (let time = 0; time < times; time++) {
      const slice = await reader.measure({ topic: from });
      const stream = new SliceStream(settings, slice);
      try {
        for (const { partition } of slice.partitions) {
          for await (const { batches } of stream.partition(partition)) {
            for (const batch of batches) {
              // A producer counts from 0, and the checksum leaves the first offset out.
              batch.writeBigInt64BE(0n, 0);
              await produceBatch.async(connection, name, partition, batch);
            }
          }
        }
      } finally {
        await stream.close();
      }
    }
  } finally {
    await Promise.all([client.close(true), reader.close()]);
  }
}
