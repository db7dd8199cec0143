import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { heldRecords, type TopicLog } from "../../../engine/labs/topics/topic-logs.ts";
import { streamEvent } from "../../../engine/labs/topics-and-keys/event-streams.ts";
import { type TopicsAndKeysState, topicsAndKeysFold } from "../../../engine/labs/topics-and-keys/evolve.ts";
import { keyHistory } from "../../../engine/labs/topics-and-keys/key-history.ts";
import { keyLoads, splitKeys } from "../../../engine/labs/topics-and-keys/loads.ts";
import { partitionFor } from "../../../engine/labs/topics-and-keys/partitioners.ts";
import { reducers } from "../../../engine/labs/topics-and-keys/reducers.ts";
import { startKcat } from "../../testing/kafka-tools.ts";
import {
  isolateTopics,
  openTestServer,
  type TestServer,
  waitForCondition,
} from "../../testing/test-playground.ts";
import { LabLearner } from "../testing/lab-learner.ts";
import { expectRecording } from "../testing/recording.ts";
import { topicsAndKeysLab } from "./topics-and-keys.ts";

const settings = isolateTopics(inject("kafka"));
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(settings);
});
afterAll(() => server.close());

let learners = 0;
const newLearner = (on = server) =>
  new LabLearner(on, `learner-${++learners}-of-topics-and-keys`, "topics-and-keys", topicsAndKeysFold);

const shown = (name: string) => `mine.lab-keys-${name}`;
const logOf = ({ topics }: TopicsAndKeysState, name: string) => topics[shown(name)] as TopicLog;
const throwOf = (name: string, count: number, more: object = {}) => ({
  name,
  stream: "orders",
  key: "order",
  count,
  partitioner: "murmur2",
  ...more,
});

test("thrown events are in the topic, each where its key's murmur2 puts it, in the order of the throw", async () => {
  const ann = newLearner();
  await ann.command("MakeTopic", { name: "orders", partitions: 3 });
  await ann.command("ThrowEvents", throwOf("orders", 40));
  const records = heldRecords(logOf(await ann.state(), "orders"));
  expect(records).toHaveLength(40);
  for (const { key, partition } of records) {
    expect(partition).toBe(partitionFor("murmur2", key as string, 3));
  }
  for (const partition of [0, 1, 2]) {
    const numbers = records
      .filter((record) => record.partition === partition)
      .map(({ data }) => (data as { n: number }).n);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  }
  const described = await server.playground.log.topics.all();
  expect(described.filter((topic) => topic.endsWith(".lab-keys-orders"))).toHaveLength(1);
  await ann.command("ThrowEvents", throwOf("orders", 5));
  expect((await ann.state()).throws.map(({ from, to }) => [from, to])).toEqual([
    [0, 40],
    [40, 45],
  ]);
});

test("a topic that grows splits the histories of its keys, and a fold over one order of reading is wrong", async () => {
  const ann = newLearner();
  await ann.command("MakeTopic", { name: "orders", partitions: 3 });
  await ann.command("ThrowEvents", throwOf("orders", 18));
  expect(splitKeys(logOf(await ann.state(), "orders"))).toEqual([]);
  await ann.command("GrowTopic", { name: "orders", partitions: 4 });
  await ann.command("ThrowEvents", throwOf("orders", 18));
  const log = logOf(await ann.state(), "orders");
  expect(log.starts).toHaveLength(4);
  const split = splitKeys(log);
  expect(split.length).toBeGreaterThan(0);
  const wrong = split.filter(({ name }) => {
    const { answers } = keyHistory(log, name, reducers.orders);
    return answers.read.paid !== answers.thrown.paid;
  });
  expect(wrong.length).toBeGreaterThan(0);
  const refused = await ann.refused("GrowTopic", { name: "orders", partitions: 3 });
  expect(refused).toMatchObject({
    code: "lab-refused",
    detail: expect.stringContaining("never take one away"),
  });
});

test("an event thrown as kcat would lands elsewhere than the events of its key before", async () => {
  const ann = newLearner();
  await ann.command("MakeTopic", { name: "carts", partitions: 4 });
  const carts = { stream: "carts", key: "cart" };
  await ann.command("ThrowEvents", throwOf("carts", 12, carts));
  await ann.command("ThrowEvents", throwOf("carts", 12, { ...carts, partitioner: "consistent_random" }));
  const log = logOf(await ann.state(), "carts");
  expect(keyLoads(log).find(({ name }) => name === "cart-1")?.partitions).toEqual([1, 0, 0, 4]);
});

test("the real kcat puts every key where the lab says that it does", async () => {
  const ann = newLearner();
  const topic = `mine.${ann.learner}.lab-keys-kcat`;
  const keys = Array.from({ length: 40 }, (_, n) =>
    n < 20 ? `cart-${n}` : Object.values(streamEvent("customers", n).keys)[n % 3],
  ) as string[];
  for (const partitions of [3, 4, 12]) {
    await ann.command("MakeTopic", { name: "kcat", partitions });
    const kcat = startKcat(
      ["-P", "-b", settings.brokers.join(), "-t", settings.topicPrefix + topic, "-K", ":"],
      `${keys.map((key) => `${key}:{"type":"Sent","data":{}}`).join("\n")}\n`,
    );
    expect((await kcat.end()).errors).toBe("");
    const state = await ann.stateWhere(
      (now) => heldRecords(logOf(now, "kcat")).length === keys.length,
      "kcat's records",
    );
    for (const { key, partition } of heldRecords(logOf(state, "kcat"))) {
      expect([key, partition]).toEqual([key, partitionFor("consistent_random", key as string, partitions)]);
    }
    await ann.command("RemoveTopic", { name: "kcat" });
  }
});

test("what the terminal's owner does to a topic is seen: partitions, records, deletion", async () => {
  const ann = newLearner();
  await ann.command("MakeTopic", { name: "orders", partitions: 1 });
  const topic = `mine.${ann.learner}.lab-keys-orders`;
  const { log } = server.playground;
  await log.topics.grow(topic, 2);
  await log.produce(topic, { key: "k", value: "no event", partition: 1 });
  await log.produce(topic, { key: "k", value: null, partition: 1 });
  const state = await ann.stateWhere((now) => logOf(now, "orders").records.length === 2, "the records");
  expect(logOf(state, "orders").records.map(({ type }) => type)).toEqual(["", null]);
  await log.topics.remove(topic);
  await ann.stateWhere(({ topics }) => Object.keys(topics).length === 0, "the deletion");
});

test("a session that was closed finds its topics again, with what happened in the meantime", async () => {
  const idle = await openTestServer(settings, { env: { LAB_IDLE_SECONDS: "1" } });
  try {
    const ann = newLearner(idle);
    await ann.command("MakeTopic", { name: "orders", partitions: 2 });
    await ann.command("ThrowEvents", throwOf("orders", 6));
    await waitForCondition(async () => (await ann.screen()).status.phase === "closed", "the close");
    const topic = `mine.${ann.learner}.lab-keys-orders`;
    await idle.playground.log.produce(topic, { key: "k", value: null, partition: 0 });
    await ann.command("ThrowEvents", throwOf("orders", 3));
    const { records } = logOf(await ann.state(), "orders");
    expect(new Set(records.map(({ partition, offset }) => `${partition}@${offset}`)).size).toBe(10);
    expect(records).toHaveLength(10);
  } finally {
    await idle.close();
  }
});

test("the recording is what happens on the real broker", async () => {
  const ann = newLearner();
  await ann.command("MakeTopic", { name: "orders", partitions: 3 });
  await ann.command("ThrowEvents", throwOf("orders", 18));
  await ann.command("MakeTopic", { name: "by-country", partitions: 3 });
  await ann.command("ThrowEvents", throwOf("by-country", 18, { key: "country" }));
  await ann.command("GrowTopic", { name: "orders", partitions: 4 });
  await ann.command("ThrowEvents", throwOf("orders", 18));
  await ann.command("ThrowEvents", throwOf("orders", 6, { partitioner: "consistent_random" }));
  expectRecording(topicsAndKeysLab, `Apache Kafka ${settings.version}`, await ann.events());
});
