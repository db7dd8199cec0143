import kafkajs from "kafkajs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RawRecord } from "../../engine/fold/event.ts";
import { bounds, countedRecords, testLog } from "../testing/test-log.ts";

let on: Awaited<ReturnType<typeof testLog>>;
beforeAll(async () => {
  on = await testLog();
});
afterAll(() => on.close());

const values = (records: RawRecord[]) => records.map(({ value }) => value);

function courseTopic(topic: string, count: number) {
  const records = Array.from(
    { length: count },
    (_, n): RawRecord => ({
      position: { topic, partition: n % 2, offset: Math.floor(n / 2) },
      timestamp: 1_700_000_000_000 + n,
      key: `k${n % 2}`,
      headers: {},
      value: JSON.stringify(countedRecords(n)),
    }),
  );
  return [{ topic, partitions: 2, records }];
}

test("seeding writes the records once, at the offsets that were planned, and keeps them for ever", async () => {
  const topics = courseTopic("course.seeded", 9);
  expect(await on.log.seed(topics, true)).toMatchObject([{ state: "seeded", appended: 9 }]);
  expect(await on.log.seed(topics, true)).toMatchObject([{ state: "complete", appended: 0 }]);
  const { records } = await on.log.read({ topic: "course.seeded" }, bounds);
  expect(records).toEqual(topics[0]?.records);
  const { resources } = await on.admin.describeConfigs({
    includeSynonyms: false,
    resources: [
      {
        type: kafkajs.ConfigResourceTypes.TOPIC,
        name: on.wire("course.seeded"),
        configNames: ["retention.ms"],
      },
    ],
  });
  expect(resources[0]?.configEntries[0]?.configValue).toBe("-1");
});

test("a seed that was cut short goes on from the end", async () => {
  await on.log.seed(courseTopic("course.cut", 5), true);
  expect(await on.log.seed(courseTopic("course.cut", 9), true)).toMatchObject([
    { state: "seeded", appended: 4 },
  ]);
  expect((await on.log.read({ topic: "course.cut" }, bounds)).records).toEqual(
    courseTopic("course.cut", 9)[0]?.records,
  );
});

test("records of somebody else are said and never written over", async () => {
  await on.makeTopic("course.foreign", 2);
  await on.producer.send({ topic: on.wire("course.foreign"), messages: [{ partition: 0, value: "theirs" }] });
  const [report] = await on.log.seed(courseTopic("course.foreign", 9), true);
  expect(report).toMatchObject({ state: "foreign", sentence: expect.stringContaining("not the course's") });
  expect(
    values((await on.log.read({ topic: "course.foreign", partitions: [{ partition: 0 }] }, bounds)).records),
  ).toEqual(["theirs"]);

  await on.log.seed(courseTopic("course.after", 4), true);
  await on.producer.send({ topic: on.wire("course.after"), messages: [{ partition: 1, value: "theirs" }] });
  const [after] = await on.log.seed(courseTopic("course.after", 4), true);
  expect(after).toMatchObject({
    state: "foreign",
    appended: 0,
    sentence: expect.stringContaining("1 foreign records"),
  });
});

test("without leave nothing is written to a cluster", async () => {
  const [report] = await on.log.seed(courseTopic("course.unasked", 4), false);
  expect(report).toMatchObject({
    state: "missing",
    // As the operator finds it at the cluster.
    sentence: expect.stringMatching(new RegExp(`^${on.wire("course.unasked")} does not exist .+--seed`)),
  });
  expect(await on.log.topics.all()).not.toContain("course.unasked");
});

test("times that are years apart are kept to the millisecond, in order or not", async () => {
  const times = [
    1_700_000_000_001, 1_700_000_000_002, 1_400_000_000_003, 1_790_000_000_004, 1_702_147_483_648,
  ];
  const records = times.map(
    (timestamp, offset): RawRecord => ({
      position: { topic: "course.years", partition: 0, offset },
      timestamp,
      key: null,
      headers: {},
      value: JSON.stringify(countedRecords(offset)),
    }),
  );
  const topics = [{ topic: "course.years", partitions: 1, records }];
  expect(await on.log.seed(topics, true)).toMatchObject([{ state: "seeded", appended: 5 }]);
  expect((await on.log.read({ topic: "course.years" }, bounds)).records).toEqual(records);
});
