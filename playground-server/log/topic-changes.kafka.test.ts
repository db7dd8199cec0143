import { afterEach, beforeEach, expect, test } from "vitest";
import { bounds, testLog } from "../testing/test-log.ts";

const topic = "mine.0123456789abcdef0123456789abcdef.carts";
const here = "192.0.2.1";

let on: Awaited<ReturnType<typeof testLog>>;
beforeEach(async () => {
  on = await testLog();
});
afterEach(() => on.close());

const produce = (key: string, partition: number) =>
  on.log.produce(topic, { key, value: '{"type":"A","data":1}', partition });

test("a topic that grows takes records in its new partitions at once, and old records stay where they are", async () => {
  await on.log.topics.create(topic, here, { partitions: 3 });
  await produce("k", 1);
  for (let n = 0; n < 4; n++) expect(await on.log.ends(topic)).toHaveLength(3);
  await on.log.topics.grow(topic, 4);
  expect(await produce("k", 3)).toMatchObject({ partition: 3, offset: 0 });
  for (let n = 0; n < 4; n++) {
    expect(await on.log.ends(topic)).toEqual([0, 1, 0, 1].map((end) => ({ start: 0, end })));
  }
  expect((await on.log.read({ topic }, bounds)).records).toHaveLength(2);
  await expect(on.log.topics.grow(topic, 2)).rejects.toMatchObject({ code: "log-refused" });
});

test("who has read a topic and written to it knows of its new partitions as soon as it has grown", async () => {
  await on.log.topics.create(topic, here, { partitions: 1 });
  await produce("k", 0);
  expect(await on.log.ends(topic)).toHaveLength(1);
  await on.log.topics.grow(topic, 3);
  for (let n = 0; n < 9; n++) {
    const [ends] = await Promise.all([on.log.ends(topic), on.log.ends(topic), on.log.ends(topic)]);
    expect(ends).toHaveLength(3);
  }
  const keyed = ["a", "b", "c", "d", "e", "f"].map((key) => on.log.produce(topic, { key, value: "{}" }));
  expect(new Set((await Promise.all(keyed)).map(({ partition }) => partition)).size).toBeGreaterThan(1);
});

test("changed settings leave the topic's other settings as they are", async () => {
  const config = new Map([["segment.ms", "2000"]]);
  await on.log.topics.create(topic, here, { partitions: 1, config });
  await on.log.topics.configure(topic, new Map([["retention.ms", "10000"]]));
  const settings = await on.log.topics.settings(topic);
  expect(settings?.get("retention.ms")).toMatchObject({ value: "10000", own: true });
  expect(settings?.get("segment.ms")).toMatchObject({ value: "2000", own: true });
  expect(settings?.get("delete.retention.ms")).toMatchObject({ value: "86400000", own: false });
  expect(await on.log.topics.settings(`${topic}s`)).toBeNull();
});

test("records before an offset are deleted, and the log starts there", async () => {
  await on.log.topics.create(topic, here, { partitions: 1 });
  for (let n = 0; n < 4; n++) await produce("k", 0);
  await on.log.topics.deleteRecords(topic, [{ partition: 0, offset: 3 }]);
  expect(await on.log.ends(topic)).toEqual([{ start: 3, end: 4 }]);
  await expect(on.log.topics.deleteRecords(topic, [{ partition: 0, offset: 99 }])).rejects.toThrow();
});

test("a course's log is never grown, configured or cut", async () => {
  const settings = new Map([["retention.ms", "1"]]);
  const log = on.log.topics;
  await expect(log.grow("course.carts", 9)).rejects.toMatchObject({ code: "topic-read-only" });
  await expect(log.configure("course.carts", settings)).rejects.toMatchObject({ code: "topic-read-only" });
  await expect(log.deleteRecords("course.carts", [{ partition: 0, offset: 1 }])).rejects.toMatchObject({
    code: "topic-read-only",
  });
});
