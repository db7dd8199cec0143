import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openKafka } from "../../services/kafka/open-kafka.ts";
import type { KafkaSettings } from "../log/kafka-client.ts";

declare module "vitest" {
  interface ProvidedContext {
    kafka: KafkaSettings;
  }
}

/** One real broker for all `*.kafka.test.ts`. Where it cannot start, the tests fail: they are never skipped. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { kafka, close } = await openSharedBroker();
  project.provide("kafka", kafka);
  return close;
}

/** A broker with a data folder of its own, which goes with it. */
export async function openSharedBroker(): Promise<{
  kafka: KafkaSettings;
  dataDir: string;
  close(): Promise<void>;
}> {
  const dataDir = await mkdtemp(join(tmpdir(), "offset-zero-test-"));
  const lines: string[] = [];
  const opened = await openKafka({
    dataDir,
    log: (line) => lines.push(line),
    env: { ...process.env, KAFKA_KIND: process.env.KAFKA_BROKERS ? "" : "local", KAFKA_PORT: "0" },
  });
  const { kind, brokers, client, topicPrefix, version, sentence, ours } = opened;
  if (kind === "none")
    throw new Error(
      `The tests need a Kafka broker, and none could be started. ${sentence} ${lines.join(" ")}`,
    );
  return {
    kafka: { kind, brokers, client, topicPrefix, version, sentence, ours },
    dataDir,
    async close() {
      await opened.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
