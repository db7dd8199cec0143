import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { auditTopic } from "../../../engine/labs/retention-and-compaction/audit-topic.ts";
import { type RetentionState, retentionFold } from "../../../engine/labs/retention-and-compaction/evolve.ts";
import { tableOf } from "../../../engine/labs/retention-and-compaction/facts.ts";
import { shownTopics } from "../../../engine/labs/retention-and-compaction/topic-names.ts";
import { heldRecords, type TopicLog } from "../../../engine/labs/topics/topic-logs.ts";
import { isolateTopics, openTestServer, type TestServer } from "../../testing/test-playground.ts";
import { LabLearner } from "../testing/lab-learner.ts";
import { expectRecording } from "../testing/recording.ts";
import { retentionLab } from "./retention-and-compaction.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(isolateTopics(inject("kafka")));
});
afterAll(() => server.close());

let learners = 0;
const newLearner = () =>
  new LabLearner(server, `learner-${++learners}-of-retention-lab`, "retention-and-compaction", retentionFold);

const logOf = ({ topics }: RetentionState, name: keyof typeof shownTopics) =>
  topics[shownTopics[name]] as TopicLog;
const held = (state: RetentionState, name: keyof typeof shownTopics) => heldRecords(logOf(state, name));
const pair = { segmentMs: 1_000, deleteRetentionMs: 0, minCleanableDirtyRatio: 0.01 };
const fast = { to: "pair", everyMs: 250 };

test("within a minute the start of the log vanishes, and the fold over the rest has another answer", async () => {
  const ann = newLearner();
  await ann.command("MakeLog", { retentionMs: 5_000, retentionBytes: -1, segmentMs: 1_000 });
  await ann.command("StartStream", { to: "log", everyMs: 500 });
  const state = await ann.stateWhere(
    (now) => (logOf(now, "log").starts[0] ?? 0) > 0 && held(now, "log").length > 0,
    "the log's start to move",
  );
  const last = state.balances.at(-1);
  expect(last?.held).not.toBe(last?.ever);
  expect(logOf(state, "log").records.some(({ gone }) => gone === "before-start")).toBe(true);
  await ann.command("StopStream", { to: "log" });
  await ann.command("ChangeRetention", { retentionMs: -1, retentionBytes: -1 });
  expect(logOf(await ann.state(), "log").settings).toMatchObject({ "retention.ms": "-1" });
});

test("retention.bytes takes the oldest segments away", async () => {
  const ann = newLearner();
  await ann.command("MakeLog", { retentionMs: -1, retentionBytes: 500, segmentMs: 1_000 });
  await ann.command("StartStream", { to: "log", everyMs: 250 });
  await ann.stateWhere((now) => (logOf(now, "log").starts[0] ?? 0) > 0, "the log's start to move");
});

test("deleted records are gone at once, and the log says where it starts", async () => {
  const ann = newLearner();
  await ann.command("MakeLog", { retentionMs: -1, retentionBytes: -1, segmentMs: 1_000 });
  await ann.command("StartStream", { to: "log", everyMs: 250 });
  await ann.stateWhere((now) => held(now, "log").length >= 4, "four records");
  await ann.command("StopStream", { to: "log" });
  const facts = await ann.command("DeleteRecords", { before: 3 });
  expect(facts).toContainEqual({
    type: "LogStartMoved",
    data: { topic: shownTopics.log, partition: 0, from: 0, to: 3 },
  });
  expect(held(await ann.state(), "log")[0]?.offset).toBe(3);
  expect(await ann.refused("DeleteRecords", { before: 999 })).toMatchObject({
    code: "lab-refused",
    detail: expect.stringMatching(/ends at offset \d+/),
  });
});

test("compaction keeps the answer where values are whole, and tombstones take their items away in both", async () => {
  const ann = newLearner();
  await ann.command("MakePair", { contents: "whole values", ...pair });
  await ann.command("AppendToPair", { item: "hat", value: 30 });
  await ann.command("AppendToPair", { item: "hat", value: null });
  await ann.command("StartStream", fast);
  const state = await ann.stateWhere(
    (now) => logOf(now, "compacted").records.some(({ gone }) => gone === "compacted"),
    "the log cleaner",
  );
  expect(held(state, "compacted").length).toBeLessThan(held(state, "whole").length);
  await ann.command("StopStream", { to: "pair" });
  const end = await ann.state();
  expect(tableOf(held(end, "compacted"))).toEqual(tableOf(held(end, "whole")));
});

test("compaction makes the answer wrong where records are changes", async () => {
  const ann = newLearner();
  await ann.command("MakePair", { contents: "changes", ...pair });
  await ann.command("StartStream", fast);
  const state = await ann.stateWhere(
    (now) => logOf(now, "compacted").records.some(({ gone }) => gone === "compacted"),
    "the log cleaner",
  );
  expect(tableOf(held(state, "compacted"))).not.toEqual(tableOf(held(state, "whole")));
});

test("an audit reads the real settings of one's own topics and of the course's", async () => {
  const ann = newLearner();
  await ann.command("MakeLog", { retentionMs: 10_000, retentionBytes: -1, segmentMs: 1_000 });
  await ann.command("AuditTopic", { topic: shownTopics.log, role: "events" });
  await ann.command("AuditTopic", { topic: "course.carts", role: "events" });
  const { audits } = await ann.state();
  expect(audits.map(({ topic }) => topic)).toEqual(["course.carts", shownTopics.log]);
  const [course, own] = audits.map(auditTopic);
  expect(own?.[0]).toMatchObject({ severity: "loses", setting: "retention.ms" });
  expect(course?.some(({ severity }) => severity === "loses")).toBe(false);
});

test("a reset stops the streams and removes the topics", async () => {
  const ann = newLearner();
  await ann.command("MakePair", { contents: "changes", ...pair });
  await ann.command("StartStream", fast);
  await ann.reset();
  const { topics, streams } = await ann.state();
  expect([topics, streams]).toEqual([{}, {}]);
});

test("the recording is what happens on the real broker", async () => {
  const ann = newLearner();
  await ann.command("MakeLog", { retentionMs: 5_000, retentionBytes: -1, segmentMs: 1_000 });
  await ann.command("MakePair", { contents: "changes", ...pair });
  await ann.command("StartStream", { to: "log", everyMs: 1_000 });
  await ann.command("StartStream", { to: "pair", everyMs: 1_000 });
  await ann.stateWhere(
    (now) =>
      (logOf(now, "log").starts[0] ?? 0) > 0 &&
      logOf(now, "compacted").records.some(({ gone }) => gone === "compacted"),
    "retention and compaction",
  );
  for (const to of ["log", "pair"]) await ann.command("StopStream", { to });
  await ann.command("DeleteRecords", { before: logOf(await ann.state(), "log").records.length });
  await ann.command("ChangeRetention", { retentionMs: -1, retentionBytes: -1 });
  await ann.command("AuditTopic", { topic: shownTopics.compacted, role: "events" });
  const system = `Apache Kafka ${inject("kafka").version}`;
  expectRecording(retentionLab, system, await ann.events(), { sameOrder: false });
});
