/** What Kafka gives when nothing is decoded: the product's own stream of a topic, drained. */
import type { KafkaSettings } from "../../../playground-server/log/client.ts";
import { SliceReader } from "../../../playground-server/log/slice.ts";
import { SliceStream } from "../../../playground-server/log/stream.ts";
import { orders, tell } from "./contender.ts";

export interface FetchOrders {
  settings: KafkaSettings;
  topic: string;
}

export interface FetchResult {
  records: number;
  bytes: number;
  reading: number;
}

const { settings, topic } = orders<FetchOrders>();
const reader = new SliceReader(settings);
const slice = await reader.measure({ topic });
const stream = new SliceStream(settings, slice);

const begun = performance.now();
let bytes = 0;
await Promise.all(
  slice.partitions.map(async ({ partition }) => {
    for await (const { batches } of stream.partition(partition)) {
      bytes += batches.reduce((sum, { length }) => sum + length, 0);
    }
  }),
);
const reading = performance.now() - begun;

const records = slice.partitions.reduce((sum, { from, to }) => sum + to - from, 0);
await Promise.all([stream.close(), reader.close()]);
await tell<FetchResult>({ records, bytes, reading });
