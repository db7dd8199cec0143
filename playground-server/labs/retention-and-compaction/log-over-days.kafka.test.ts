import { randomUUID } from "node:crypto";
import { type Admin, type Consumer, Kafka, logLevel, type Producer } from "kafkajs";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
  type CleanUp,
  defaultCleanUp,
  logOnDay,
} from "../../../engine/labs/retention-and-compaction/log-over-days.ts";

const dayMs = 86_400_000;
/** Soon after the record of the day. */
const aMinute = 60_000;
const keys = ["hat", "pants", "socks"];
const keep: CleanUp = { policy: "delete", retentionDays: -1 };
const compact: CleanUp = { policy: "compact", retentionDays: 7 };

const logs: [title: string, today: number, cleanUp: CleanUp][] = [
  ["after 13 days nothing is gone, although the retention is seven days", 13, defaultCleanUp],
  ["after 14 days the first segment is gone, eight records at once", 14, defaultCleanUp],
  ["after 22 days the second segment is gone", 22, defaultCleanUp],
  ["without a limit everything is there", 22, keep],
  ["a compacted log keeps the newest record of each key, and its open segment", 10, compact],
];

let kafka: Kafka;
let admin: Admin;
let producer: Producer;

beforeAll(async () => {
  kafka = new Kafka({ brokers: inject("kafka").brokers, logLevel: logLevel.NOTHING });
  admin = kafka.admin();
  producer = kafka.producer();
  await Promise.all([admin.connect(), producer.connect()]);
});
afterAll(async () => {
  await Promise.all([admin.disconnect(), producer.disconnect()]);
});

test.concurrent.each(logs)("%s", async (_, today, cleanUp) => {
  const topic = `days-${randomUUID()}`;
  await makeTopic(topic, cleanUp);
  const now = Date.now() - aMinute;
  for (let day = 0; day <= today; day++)
    await producer.send({
      topic,
      messages: [
        { key: keys[day % 3] ?? "", value: `${day}`, timestamp: String(now - (today - day) * dayMs) },
      ],
    });
  const left = logOnDay(today, cleanUp, keys)
    .filter(({ held }) => held)
    .map(({ day }) => day);
  await expect.poll(() => offsetsIn(topic, today), { timeout: 90_000, interval: 2_000 }).toEqual(left);
  await admin.deleteTopics({ topics: [topic] });
});

async function makeTopic(topic: string, { policy, retentionDays }: CleanUp): Promise<void> {
  const retention = retentionDays < 0 ? -1 : retentionDays * dayMs;
  const settings = {
    "cleanup.policy": policy,
    "retention.ms": `${retention}`,
    "segment.ms": `${7 * dayMs}`,
  };
  const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 1, configEntries }] });
}

/** The offsets that a new reader gets, up to the last one. */
async function offsetsIn(topic: string, last: number): Promise<number[]> {
  const consumer: Consumer = kafka.consumer({ groupId: `days-${randomUUID()}` });
  const seen: number[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        eachMessage: async ({ message }) => {
          seen.push(Number(message.offset));
          if (Number(message.offset) === last) resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  return seen;
}
