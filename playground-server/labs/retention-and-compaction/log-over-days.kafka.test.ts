import { randomUUID } from "node:crypto";
import { type Admin, Kafka, logLevel } from "kafkajs";
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

/** Those that lose records come first: when they have, Kafka has looked at the others, too. */
const logs: [title: string, today: number, cleanUp: CleanUp][] = [
  ["after 14 days the first segment is gone, eight records at once", 14, defaultCleanUp],
  ["after 22 days the second segment is gone", 22, defaultCleanUp],
  ["a compacted log keeps the newest record of each key, and its open segment", 10, compact],
  ["after 13 days nothing is gone, although the retention is seven days", 13, defaultCleanUp],
  ["without a limit everything is there", 22, keep],
];
const topics = logs.map(() => `days-${randomUUID()}`);

let kafka: Kafka;
let admin: Admin;

beforeAll(async () => {
  kafka = new Kafka({ brokers: inject("kafka").brokers, logLevel: logLevel.NOTHING });
  admin = kafka.admin();
  const producer = kafka.producer();
  await Promise.all([admin.connect(), producer.connect()]);
  const now = Date.now() - aMinute;
  for (const [place, [, today, cleanUp]] of logs.entries()) {
    const topic = topics[place] ?? "";
    await makeTopic(topic, cleanUp);
    for (let day = 0; day <= today; day++) {
      const timestamp = String(now - (today - day) * dayMs);
      await producer.send({ topic, messages: [{ key: keys[day % 3] ?? "", value: `${day}`, timestamp }] });
    }
  }
  await producer.disconnect();
});
afterAll(async () => {
  await admin.deleteTopics({ topics });
  await admin.disconnect();
});

test.each(logs.map((log, place) => [...log, topics[place] ?? ""] as const))(
  "%s",
  async (_, today, cleanUp, topic) => {
    const left = logOnDay(today, cleanUp, keys)
      .filter(({ held }) => held)
      .map(({ day }) => day);
    await expect.poll(() => offsetsIn(topic, today), { timeout: 90_000, interval: 2_000 }).toEqual(left);
  },
);

async function makeTopic(topic: string, { policy, retentionDays }: CleanUp): Promise<void> {
  const retention = retentionDays < 0 ? -1 : retentionDays * dayMs;
  const settings = {
    "cleanup.policy": policy,
    "retention.ms": `${retention}`,
    "segment.ms": `${7 * dayMs}`,
  };
  const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
  await admin.createTopics({ topics: [{ topic, numPartitions: 1, configEntries }] });
}

/** The offsets that a new reader gets, up to the last one. */
async function offsetsIn(topic: string, last: number): Promise<number[]> {
  const consumer = kafka.consumer({ groupId: `days-${randomUUID()}` });
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
