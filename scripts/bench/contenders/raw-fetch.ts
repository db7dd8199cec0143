/** What Kafka gives when nothing is decoded: the product's own stream of a topic, drained. */

import { SliceStream } from "../../../playground-server/log/batch-stream.ts";
import type { KafkaSettings } from "../../../playground-server/log/kafka-client.ts";
import { SliceReader } from "../../../playground-server/log/slice-reader.ts";
import { wholeBatches } from "../../../playground-server/log/whole-batches.ts";
import { orders, reportResult } from "./contender.ts";

export interface FetchOrders {
  settings: KafkaSettings;
  topic: string;
}

export interface FetchResult {
  records: number;
  bytes: number;
  reading: number;
  /** What verifying the checksums of all its record batches takes, in ms: the same work once more, by itself. */
  verifying: number;
}

const { settings, topic } = orders<FetchOrders>();
const reader = new SliceReader(settings);
const slice = await reader.measure({ topic });
const stream = new SliceStream(settings, slice);

const begun = performance.now();
let bytes = 0;
let verifying = 0;
await Promise.all(
  slice.partitions.map(async ({ partition }) => {
    for await (const { batches } of stream.partition(partition)) {
      bytes += batches.reduce((sum, { length }) => sum + length, 0);
      const since = performance.now();
      for (const batch of batches) [...wholeBatches(batch, { topic, partition })];
      verifying += performance.now() - since;
    }
  }),
);
const reading = performance.now() - begun - verifying;

const records = slice.partitions.reduce((sum, { from, to }) => sum + to - from, 0);
await Promise.all([stream.close(), reader.close()]);
await reportResult<FetchResult>({ records, bytes, reading, verifying });
