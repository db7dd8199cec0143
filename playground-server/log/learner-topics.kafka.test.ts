import pino from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bounds, countedRecords, day, testLog } from "../testing/test-log.ts";
import { silentLogger, waitForCondition } from "../testing/test-playground.ts";
import { openLog } from "./open-log.ts";
import { retryUntilSettled } from "./retry-until-settled.ts";
import { topicUseTopic } from "./topic-last-use.ts";

const me = "0123456789abcdef0123456789abcdef";
const topic = `mine.${me}.carts`;
const here = "192.0.2.1";
const quota = { perSession: 9, perAddress: 3, inAll: 5, idle: 7 * day };

let on: Awaited<ReturnType<typeof testLog>>;
/** A server that has nothing in memory: after a restart, or another replica. */
let another: ReturnType<typeof openLog>;
const warnings: string[] = [];
beforeEach(async () => {
  warnings.length = 0;
  on = await testLog(quota, pino({ level: "warn" }, { write: (line: string) => warnings.push(line) }));
  another = openLog(on.settings, quota, silentLogger);
});
afterEach(async () => {
  await Promise.all([on.close(), another.close()]);
});

const names = async () => (await on.log.topics.all()).filter((name) => name.startsWith("mine.")).toSorted();

test("a topic without records is kept by the server that made it, by a second one, and after a restart", async () => {
  await on.log.topics.create(topic, here, {});
  expect(await on.log.topics.sweep()).toEqual([]);
  expect(await another.topics.sweep()).toEqual([]);
  expect(await another.topics.sweep(Date.now() + 6 * day)).toEqual([]);
  expect(await names()).toEqual([topic]);
});

test("a topic that nobody used for the idle time is deleted, by whichever server looks first", async () => {
  await on.log.topics.create(topic, here, {});
  const later = Date.now() + 8 * day;
  const removed = await Promise.all([another.topics.sweep(later), on.log.topics.sweep(later)]);
  expect(new Set(removed.flat())).toEqual(new Set([topic]));
  await waitForCondition(async () => (await names()).length === 0, "the deletion");
});

test("a topic that another client made, or an earlier version, counts from when a server first saw it", async () => {
  const shorter = "mine.0123456789ab.carts";
  for (const name of [topic, shorter]) await on.makeTopic(name);
  expect(await on.log.topics.sweep()).toEqual([]);
  expect(await another.topics.sweep(Date.now() + 6 * day)).toEqual([]);
  const removed = await another.topics.sweep(Date.now() + 8 * day);
  expect(removed.toSorted()).toEqual([shorter, topic].toSorted());
});

test("a topic whose records were all deleted counts from its last use", async () => {
  await on.log.append(topic, "k", countedRecords(1), here);
  // A broker leads a new topic's partitions one after the other, and KafkaJS asks only once.
  await retryUntilSettled(async () => {
    const partitions = await on.admin.fetchTopicOffsets(on.wire(topic));
    await on.admin.deleteTopicRecords({ topic: on.wire(topic), partitions });
  });
  expect(await another.topics.sweep(Date.now() + 6 * day)).toEqual([]);
  expect(await another.topics.sweep(Date.now() + 8 * day)).toEqual([topic]);
});

test("reading and watching a topic is using it", async () => {
  const old = Date.now() - 8 * day;
  for (const name of [`mine.${me}.read`, `mine.${me}.watched`, `mine.${me}.left`]) {
    await on.makeTopic(name);
    // A sweep that takes place eight days ago notes what it sees.
    await another.topics.sweep(old);
  }
  await on.log.read({ topic: `mine.${me}.read` }, bounds);
  const stop = await on.log.watch(`mine.${me}.watched`, { onRecord: () => {}, onEnd: () => {} });
  // Both are noted in the background.
  let removed: string[] = [];
  await waitForCondition(async () => {
    const uses = await on.uses();
    return ["read", "watched"].every((name) => (uses.get(`mine.${me}.${name}`)?.at ?? 0) > old);
  }, "the notes");
  removed = await another.topics.sweep();
  expect(removed).toEqual([`mine.${me}.left`]);
  // Whoever has watched for days uses it still.
  expect(await on.log.topics.sweep(Date.now() + 8 * day)).toEqual([`mine.${me}.read`]);
  stop();
});

test("records that another client appends keep a topic, and times in the future do not", async () => {
  const [fed, future] = [`mine.${me}.fed`, `mine.${me}.future`];
  const old = Date.now() - 8 * day;
  for (const name of [fed, future]) await on.makeTopic(name);
  await another.topics.sweep(old);
  await on.producer.send({ topic: on.wire(fed), messages: [{ value: "fresh" }] });
  const timestamp = String(Date.now() + 30 * 60_000);
  await on.producer.send({ topic: on.wire(future), messages: [{ value: "ahead", timestamp }] });
  expect(await another.topics.sweep()).toEqual([future]);
});

test("a note of a use that another client wrote in a form of its own hinders nobody", async () => {
  await on.log.topics.create(topic, here, {});
  const messages = ["not JSON", '{"at":"yesterday"}'].map((value, n) => ({
    key: `${topic}${n || ""}`,
    value,
  }));
  await on.producer.send({ topic: on.wire(topicUseTopic), messages });
  await another.topics.create(`mine.${me}.orders`, here, {});
  expect(await another.topics.sweep()).toEqual([]);
});

test("an address has so many topics, whichever server made them", async () => {
  for (const n of [1, 2, 3]) await on.log.topics.create(`mine.${me}.t${n}`, here, {});
  await expect(another.topics.create(`mine.${me}.t4`, here, {})).rejects.toMatchObject({
    code: "address-quota",
  });
  await another.topics.remove(`mine.${me}.t1`);
  await another.topics.create(`mine.${me}.t4`, here, {});
});

test("the operator is told once that the practice space fills up, and again when it fills up anew", async () => {
  const make = (n: number) => on.log.topics.create(`mine.${me}.topic-${n}`, `192.0.2.${n}`, {});
  const full = () => warnings.map((line) => JSON.parse(line)).filter(({ msg }) => /nearly full/.test(msg));
  for (const n of [1, 2, 3]) await make(n);
  expect(full()).toEqual([]);
  for (const n of [4, 5]) await make(n);
  expect(full()).toMatchObject([{ topics: 4, of: 5 }]);
  await on.log.topics.sweep(Date.now() + 8 * day);
  expect(on.log.topics.counted()).toBe(0);
  await waitForCondition(async () => (await names()).length === 0, "the deletion");
  for (const n of [1, 2, 3, 4]) await make(n);
  expect(full()).toHaveLength(2);
});
