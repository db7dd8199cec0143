/** What Kafka gives when nothing is decoded: the product's own stream of a topic, drained. */
import pino from "pino";
import type { KafkaSettings } from "../../../playground-server/log/client.ts";
import { openLog } from "../../../playground-server/log/open-log.ts";
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
const log = openLog(settings, { perSession: 0, perAddress: 0, inAll: 0, idle: 0 }, pino({ level: "silent" }));
const slice = await log.measure({ topic });
const stream = log.stream(slice);

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
await Promise.all([stream.close(), log.close()]);
await tell<FetchResult>({ records, bytes, reading });
