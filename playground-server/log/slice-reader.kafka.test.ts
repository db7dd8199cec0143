import { Admin } from "@platformatic/kafka";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RawRecord } from "../../engine/fold/event.ts";
import { bounds, testLog } from "../testing/test-log.ts";
import { waitForCondition } from "../testing/test-playground.ts";
import { Fetcher } from "./fetcher.ts";

let on: Awaited<ReturnType<typeof testLog>>;
beforeAll(async () => {
  on = await testLog();
});
afterAll(() => on.close());

const values = (records: RawRecord[]) => records.map(({ value }) => value);

test("a slice is read by offset, whatever batches it lies in, and without leaving a group behind", async () => {
  await on.makeTopic("course.batches");
  const before = (await on.admin.listGroups()).groups.length;
  for (const size of [5, 1, 40]) {
    await on.producer.send({
      topic: on.wire("course.batches"),
      messages: Array.from({ length: size }, (_, i) => ({
        key: "k",
        value: `${size}/${i}`,
        headers: { h: "x" },
      })),
    });
  }
  const { records, slice } = await on.log.read(
    { topic: "course.batches", partitions: [{ partition: 0, from: 3, to: 8 }] },
    bounds,
  );
  expect(values(records)).toEqual(["5/3", "5/4", "1/0", "40/0", "40/1"]);
  expect(records[0]).toMatchObject({
    position: { topic: "course.batches", partition: 0, offset: 3 },
    headers: { h: "x" },
  });
  expect(slice).toEqual({ topic: "course.batches", partitions: [{ partition: 0, from: 3, to: 8 }] });
  const past = await on.log.read(
    { topic: "course.batches", partitions: [{ partition: 0, from: 44, to: 99 }] },
    bounds,
  );
  expect([past.records.length, past.slice.partitions[0]?.to]).toEqual([2, 46]);
  expect((await on.admin.listGroups()).groups.length).toBe(before);
});

test("several partitions come in merge order", async () => {
  await on.makeTopic("course.merge", 2);
  const send = (partition: number, at: number) =>
    on.producer.send({
      topic: on.wire("course.merge"),
      messages: [{ partition, timestamp: `${at}`, value: `${partition}@${at}` }],
    });
  const now = Date.now();
  for (const [partition, at] of [
    [1, 1],
    [0, 2],
    [0, 5],
    [1, 5],
    [1, 3],
  ] as const)
    await send(partition, now + at);
  const { records } = await on.log.read({ topic: "course.merge" }, bounds);
  const at = (value: string | null) => (value ?? "").replace(/\d+$/, (time) => `${Number(time) - now}`);
  expect(values(records).map(at)).toEqual(["1@1", "0@2", "0@5", "1@5", "1@3"]);
});

test("aborted transactions and their markers are no records", async () => {
  await on.makeTopic("course.transactions");
  const topic = on.wire("course.transactions");
  const transactional = on.kafka.producer({
    transactionalId: on.wire("tx"),
    idempotent: true,
    maxInFlightRequests: 1,
  });
  await transactional.connect();
  for (const [value, keep] of [
    ["a", true],
    ["b", false],
    ["c", true],
    ["d", false],
    ["e", true],
  ] as const) {
    const transaction = await transactional.transaction();
    await transaction.send({ topic, messages: [{ value }] });
    await (keep ? transaction.commit() : transaction.abort());
  }
  await transactional.disconnect();
  const { records } = await on.log.read({ topic: "course.transactions" }, bounds);
  expect(records.map(({ value, position }) => [value, position.offset])).toEqual([
    ["a", 0],
    ["c", 4],
    ["e", 8],
  ]);
});

test("refusals name what is wrong", async () => {
  await on.makeTopic("course.refusals");
  await on.producer.send({
    topic: on.wire("course.refusals"),
    messages: [{ value: "1" }, { value: "2" }, { value: "3" }],
  });
  const read = (partition: number, from?: number, to?: number) =>
    on.log.read(
      { topic: "course.refusals", partitions: [{ partition, from, to }] },
      { records: 2, characters: 100 },
    );
  await expect(on.log.read({ topic: "course.none" }, bounds)).rejects.toMatchObject({
    code: "topic-unknown",
  });
  await expect(read(5)).rejects.toMatchObject({ code: "slice-invalid" });
  await expect(read(0, 2, 1)).rejects.toMatchObject({ code: "slice-invalid" });
  await expect(read(0)).rejects.toMatchObject({ code: "slice-too-long" });
  await expect(
    on.log.read({ topic: "course.refusals" }, { records: 9, characters: 2 }),
  ).rejects.toMatchObject({ code: "slice-too-long", message: expect.stringContaining("2 characters") });
  await trim(on.wire("course.refusals"), 2n);
  await expect(read(0, 0, 1)).rejects.toMatchObject({
    code: "log-trimmed",
    message: expect.stringContaining("offset 2"),
  });
  expect(values((await read(0)).records)).toEqual(["3"]);
});

test("records that go away while a slice is read are a trimmed log", async () => {
  await on.makeTopic("course.trimmed");
  const messages = [{ value: "1" }, { value: "2" }, { value: "3" }];
  await on.producer.send({ topic: on.wire("course.trimmed"), messages });
  const fetcher = new Fetcher(on.settings, 100);
  const { id, leaders } = await fetcher.place("course.trimmed");
  await trim(on.wire("course.trimmed"), 2n);
  const from = { topicId: id, partition: 0, offset: 0 };
  const node = leaders[0] as number;
  await expect(fetcher.fetch(node, [from])).rejects.toMatchObject({ code: "log-trimmed" });
  await fetcher.close();
});

test("a topic that was deleted and made anew is read anew", async () => {
  await on.makeTopic("course.anew");
  await on.producer.send({ topic: on.wire("course.anew"), messages: [{ value: "old" }] });
  await on.log.read({ topic: "course.anew" }, bounds);
  await on.admin.deleteTopics({ topics: [on.wire("course.anew")] });
  await waitForCondition(async () => !(await on.admin.listTopics()).includes(on.wire("course.anew")));
  await on.makeTopic("course.anew");
  const fresh = on.kafka.producer();
  await fresh.connect();
  await fresh.send({ topic: on.wire("course.anew"), messages: [{ value: "new" }] });
  await fresh.disconnect();
  expect(values((await on.log.read({ topic: "course.anew" }, bounds)).records)).toEqual(["new"]);
});

/** Deletes a topic's first records, as retention does. */
async function trim(name: string, offset: bigint): Promise<void> {
  const admin = new Admin({ clientId: "test", bootstrapBrokers: on.settings.brokers });
  await admin.deleteRecords({ topics: [{ name, partitions: [{ partition: 0, offset }] }] });
  await admin.close();
}
