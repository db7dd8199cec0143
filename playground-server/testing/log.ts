import { inject } from "vitest";
import { openKafkaJs } from "../log/client.ts";
import { openLog } from "../log/open-log.ts";
import { Topics } from "../log/topics.ts";
import { apart, silent } from "./playground.ts";

export const day = 86_400_000;
export const bounds = { records: 5_000, characters: 1_000_000 };

/** The log under test beside a client as anybody else would have one, on the tests' broker and under its own prefix. */
export async function testLog() {
  const settings = apart(inject("kafka"));
  const kafka = openKafkaJs(settings, silent);
  const admin = kafka.admin();
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await Promise.all([admin.connect(), producer.connect()]);
  const log = openLog(settings, { perSession: 2, perAddress: 3, inAll: 4, idle: 7 * day }, silent);
  const topics = new Topics(kafka, settings);
  const wire = (topic: string) => settings.topicPrefix + topic;
  return {
    ...{ settings, kafka, admin, producer, log, wire },
    makeTopic: (topic: string, partitions = 1) => topics.create(topic, partitions, {}),
    async close(): Promise<void> {
      await Promise.all([log.close(), topics.close(), admin.disconnect(), producer.disconnect()]);
    },
  };
}

export function counted(n: number) {
  return { type: "Counted", data: { n } };
}
