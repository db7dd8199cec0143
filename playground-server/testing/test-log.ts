import type { Logger } from "pino";
import { inject } from "vitest";
import { Appender } from "../log/append.ts";
import { openKafkaJs } from "../log/kafka-client.ts";
import type { LearnerQuota } from "../log/learner-topics.ts";
import { openLog } from "../log/open-log.ts";
import { SliceReader } from "../log/slice-reader.ts";
import { TopicLastUseLog } from "../log/topic-last-use.ts";
import { TopicMetadata } from "../log/topic-metadata.ts";
import { isolateTopics, silentLogger } from "./test-playground.ts";

export const day = 86_400_000;
export const bounds = { records: 5_000, characters: 1_000_000 };
const fewTopics: LearnerQuota = { perSession: 2, perAddress: 3, inAll: 4, idle: 7 * day };

/** The log under test beside a client as anybody else would have one, on the tests' broker and under its own prefix. */
export async function testLog(quota = fewTopics, logger: Logger = silentLogger) {
  const settings = isolateTopics(inject("kafka"));
  const kafka = openKafkaJs(settings, silentLogger);
  const admin = kafka.admin();
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await Promise.all([admin.connect(), producer.connect()]);
  const log = openLog(settings, quota, logger);
  const topics = new TopicMetadata(kafka, settings);
  const reader = new SliceReader(settings);
  const appender = new Appender(settings);
  const uses = new TopicLastUseLog(topics, reader, appender);
  const wire = (topic: string) => settings.topicPrefix + topic;
  return {
    settings,
    kafka,
    admin,
    producer,
    log,
    wire,
    makeTopic: (topic: string, partitions = 1) => topics.create(topic, partitions, {}),
    /** What is noted of the use of learners' topics. */
    uses: () => uses.read(),
    async close(): Promise<void> {
      await Promise.all([log.close(), topics.close(), reader.close(), appender.close()]);
      await Promise.all([admin.disconnect(), producer.disconnect()]);
    },
  };
}

export function countedRecords(n: number) {
  return { type: "Counted", data: { n } };
}
