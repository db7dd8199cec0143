import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type KafkaChoice, rememberChoice } from "./remembered-choice.ts";

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "offset-zero-remembered-"));
});

afterEach(() => rm(dataDir, { recursive: true, force: true }));

test("the same place is no news, even at another port of our own broker", async () => {
  expect(await rememberChoice(dataDir, { kind: "local", brokers: ["127.0.0.1:9092"] })).toBeNull();
  expect(await rememberChoice(dataDir, { kind: "local", brokers: ["127.0.0.1:5000"] })).toBeNull();
});

test("another place is said once, with the way back", async () => {
  await rememberChoice(dataDir, { kind: "local", brokers: ["127.0.0.1:9092"] });
  const container: KafkaChoice = { kind: "container", brokers: ["127.0.0.1:9092"] };
  expect(await rememberChoice(dataDir, container)).toBe(
    "Last time the log ran in a broker started here. Now it runs in a container, without the records written there. KAFKA_KIND=local brings it back.",
  );
  expect(await rememberChoice(dataDir, container)).toBeNull();
});

test("another cluster is another place", async () => {
  await rememberChoice(dataDir, { kind: "external", brokers: ["a:9092"] });
  expect(await rememberChoice(dataDir, { kind: "external", brokers: ["b:9092"] })).toContain(
    "KAFKA_BROKERS=a:9092 brings it back.",
  );
});
