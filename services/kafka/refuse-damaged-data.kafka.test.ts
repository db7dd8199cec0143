import { cp, mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kafka, logLevel } from "kafkajs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { KafkaService } from "./kafka-service.ts";
import { openKafka } from "./open-kafka.ts";

const env = { ...process.env, KAFKA_KIND: "local", KAFKA_PORT: "0", KAFKA_BROKERS: "" };
let root: string;
let whole: string;

/** The data of a broker that has two topics and was ended; each test breaks a copy of it. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "offset-zero-data-"));
  whole = join(root, "whole");
  const kafka = await openBroker(whole);
  const admin = adminOf(kafka);
  await admin.connect();
  for (const topic of ["first", "second", "gone"])
    await admin.createTopics({ topics: [{ topic, numPartitions: 2, replicationFactor: -1 }] });
  await admin.deleteTopics({ topics: ["gone"] });
  await admin.disconnect();
  await kafka.stop();
});

afterAll(() => rm(root, { recursive: true, force: true }));

test("data without meta.properties stops the start, and says where it is and how to keep it", async () => {
  const dataDir = await copy("no-properties");
  await rm(join(dataDir, "kafka", "log", "meta.properties"));
  await expect(openBroker(dataDir)).rejects.toMatchObject({
    code: "data-damaged",
    message: expect.stringMatching(
      /^The Kafka broker's data in \S+no-properties\/kafka\/log has no meta\.properties, .* Nothing was changed\. Restore \S+no-properties\/kafka from a copy\. Without a copy, move that folder away and start again: /,
    ),
  });
});

test("a list of topics with flipped bytes in its middle stops the start, before a topic is lost", async () => {
  const dataDir = await copy("flipped");
  const bytes = await readFile(segment(dataDir));
  const at = bytes.indexOf("second");
  bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at);
  await writeFile(segment(dataDir), bytes);
  const sentence =
    /__cluster_metadata-0, is damaged \(0{20}\.log, from byte \d+ on\): a start would delete second\./;
  await expect(openBroker(dataDir)).rejects.toThrow(sentence);
  expect(await readFile(segment(dataDir))).toEqual(bytes);
});

test("a list of topics that was cut short stops the start", async () => {
  const dataDir = await copy("cut");
  await truncate(segment(dataDir), (await readFile(segment(dataDir))).indexOf("first"));
  await expect(openBroker(dataDir)).rejects.toThrow(
    /is damaged \(\S+, from byte \d+ on\): a start would delete first, second\./,
  );
});

test("a list of topics that is missing stops the start", async () => {
  const dataDir = await copy("missing");
  await rm(join(dataDir, "kafka", "log", "__cluster_metadata-0"), { recursive: true });
  await expect(openBroker(dataDir)).rejects.toThrow("a start would delete first, second.");
});

test("a last batch that a crash cut short is no damage: all topics are there", async () => {
  const dataDir = await copy("torn");
  await truncate(segment(dataDir), (await readFile(segment(dataDir))).length - 5);
  const kafka = await openBroker(dataDir);
  try {
    const admin = adminOf(kafka);
    await admin.connect();
    expect((await admin.listTopics()).sort()).toEqual(["first", "second"]);
    await admin.disconnect();
  } finally {
    await kafka.stop();
  }
});

function segment(dataDir: string): string {
  return join(dataDir, "kafka", "log", "__cluster_metadata-0", "00000000000000000000.log");
}

async function copy(name: string): Promise<string> {
  const dataDir = join(root, name);
  await cp(whole, dataDir, { recursive: true });
  return dataDir;
}

function openBroker(dataDir: string): Promise<KafkaService> {
  return openKafka({ dataDir, log: () => {}, env });
}

function adminOf({ brokers }: KafkaService) {
  return new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
}
