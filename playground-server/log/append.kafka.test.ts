import { afterAll, beforeAll, expect, test } from "vitest";
import type { LogRecord } from "../../engine/fold/event.ts";
import { partitionOf } from "../../engine/fold/partition.ts";
import { bounds, countedRecords, day, testLog } from "../testing/test-log.ts";
import { waitForCondition } from "../testing/test-playground.ts";
import { ownerOf } from "./topic-names.ts";

let on: Awaited<ReturnType<typeof testLog>>;
beforeAll(async () => {
  on = await testLog();
});
afterAll(() => on.close());

const me = "0123456789abcdef0123456789abcdef";
const here = "192.0.2.1";
const elsewhere = "192.0.2.2";

test("what is appended is read at the same offsets by this server and by any other client", async () => {
  const topic = `mine.${me}.parity`;
  const positions = [];
  for (let n = 0; n < 12; n++)
    positions.push(await on.log.append(topic, `key-${n % 4}`, countedRecords(n), here));
  for (const [n, { partition }] of positions.entries())
    expect(partition).toBe(partitionOf(`key-${n % 4}`, 3));

  const seen: { partition: number; offset: number; key: string; value: string; timestamp: number }[] = [];
  const consumer = on.kafka.consumer({ groupId: on.wire("parity") });
  await consumer.connect();
  await consumer.subscribe({ topic: on.wire(topic), fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ partition, message: { offset, key, value, timestamp } }) => {
      seen.push({
        partition,
        offset: Number(offset),
        key: `${key}`,
        value: `${value}`,
        timestamp: Number(timestamp),
      });
    },
  });
  await waitForCondition(() => seen.length === 12, "the other client");
  await consumer.disconnect();

  const { records, slice } = await on.log.read({ topic }, bounds);
  const flat = records.map(({ position: { partition, offset }, key, value, timestamp }) => ({
    partition,
    offset,
    key,
    value,
    timestamp,
  }));
  const order = (a: { partition: number; offset: number }, b: typeof a) =>
    a.partition - b.partition || a.offset - b.offset;
  expect(flat.toSorted(order)).toEqual(seen.toSorted(order));
  expect(slice.partitions.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(12);
  expect(JSON.parse(records[0]?.value ?? "").metadata).toMatchObject({
    id: expect.any(String),
    occurredAt: expect.any(String),
  });
});

test("all viewers of a topic get new records, in order and from now on only", async () => {
  const topic = `mine.${me}.parity`;
  const received: LogRecord[][] = [[], []];
  const view = (i: number) =>
    on.log.watch(topic, { onRecord: (record) => received[i]?.push(record), onEnd: () => {} });
  const stops = await Promise.all([view(0), view(1)]);
  for (let n = 100; n < 105; n++) await on.log.append(topic, "one-key", countedRecords(n), here);
  await on.producer.send({ topic: on.wire(topic), messages: [{ key: "one-key", value: "not json" }] });
  await waitForCondition(() => received.every((records) => records.length === 6), "the live records");
  expect(received[0]).toEqual(received[1]);
  expect(
    received[0]?.map((record) => ("event" in record ? record.event.data : "notAnEvent" in record)),
  ).toEqual([...[100, 101, 102, 103, 104].map((n) => ({ n })), true]);
  for (const stop of stops) stop();
  await on.log.append(topic, "one-key", countedRecords(200), here);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(received[0]).toHaveLength(6);
});

test("a viewer who comes as the last one leaves hears what follows, and so does the next", async () => {
  const topic = `mine.${me}.parity`;
  const received: LogRecord[][] = [[], [], []];
  const view = (i: number) =>
    on.log.watch(topic, { onRecord: (record) => received[i]?.push(record), onEnd: () => {} });
  const leave = await view(0);
  const coming = view(1);
  leave();
  const stops = [await coming, await view(2)];
  await on.log.append(topic, "one-key", countedRecords(300), here);
  await waitForCondition(() => received[1]?.length === 1 && received[2]?.length === 1, "the record");
  expect(received[0]).toEqual([]);
  for (const stop of stops) stop();
});

// On one connection with the waiting fetch every read takes as long as that fetch waits, and the test runs out of time.
test("reading does not wait for a viewer's fetch", { timeout: 15_000 }, async () => {
  const stop = await on.log.watch(`mine.${me}.parity`, { onRecord: () => {}, onEnd: () => {} });
  await new Promise((resolve) => setTimeout(resolve, 50));
  for (let i = 0; i < 10; i++) {
    const { records } = await on.log.read({ topic: `mine.${me}.parity` }, bounds);
    expect(records.length).toBeGreaterThan(0);
  }
  stop();
});

test("a session, an address and all together have so many topics, and idle ones are deleted", async () => {
  await on.makeTopic("course.kept");
  const append = (topic: string, address: string) => on.log.append(topic, "k", countedRecords(1), address);
  await append(`mine.${me}.second`, here);
  await expect(append(`mine.${me}.third`, here)).rejects.toMatchObject({ code: "topic-quota" });
  await append("mine.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.a", here);
  await expect(append("mine.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.b", here)).rejects.toMatchObject({
    code: "address-quota",
  });
  await append("mine.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.b", elsewhere);
  await expect(append("mine.cccccccccccccccccccccccccccccccc.c", elsewhere)).rejects.toMatchObject({
    code: "practice-space-full",
    retryAfter: 600,
  });
  // What is there is appended to as before.
  await append("mine.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.a", here);
  expect(on.log.topics.counted()).toBe(4);
  const mine = async () => (await on.log.topics.all()).filter((topic) => ownerOf(topic) === me).toSorted();
  expect(await mine()).toEqual([`mine.${me}.parity`, `mine.${me}.second`]);

  expect(await on.log.topics.sweep()).toEqual([]);
  const removed = await on.log.topics.sweep(Date.now() + 8 * day);
  expect(removed).toHaveLength(4);
  expect(on.log.topics.counted()).toBe(0);
  await waitForCondition(async () => (await mine()).length === 0);
  expect(await on.log.topics.all()).toContain("course.kept");
  // One that was deleted, and one that is new while the client still knows the deleted ones.
  for (const name of ["second", "third"]) await append(`mine.${me}.${name}`, here);
});

test("an event that is too large is refused before Kafka sees it", async () => {
  const large = { type: "Large", data: "x".repeat(70_000) };
  await expect(on.log.append(`mine.${me}.second`, "k", large, here)).rejects.toMatchObject({
    code: "event-too-large",
  });
});

test("the broker's version is known once it was reached", async () => {
  await on.log.reach();
  expect(on.log.brokerVersion()).toBe(on.settings.version ?? expect.stringMatching(/^\d+\.\d+/));
});
