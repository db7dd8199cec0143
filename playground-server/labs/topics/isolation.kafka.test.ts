import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { retentionFold } from "../../../engine/labs/retention-and-compaction/evolve.ts";
import { topicsAndKeysFold } from "../../../engine/labs/topics-and-keys/evolve.ts";
import { isolateTopics, openTestServer, type TestServer } from "../../testing/test-playground.ts";
import { LabLearner } from "../testing/lab-learner.ts";

let server: TestServer;
let keys: { ann: LabLearner<unknown>; bob: LabLearner<unknown> };
let cuts: { ann: LabLearner<unknown>; bob: LabLearner<unknown> };
/** Ann's topics, by their full names, as they are before anybody tries anything. */
let before: Map<string, string>;

const thrown = { stream: "orders", key: "order", count: 5, partitioner: "murmur2" };
const log = { retentionMs: -1, retentionBytes: -1, segmentMs: 1_000 };

beforeAll(async () => {
  server = await openTestServer(isolateTopics(inject("kafka")));
  const learner = (name: string, lab: string, fold: typeof topicsAndKeysFold | typeof retentionFold) =>
    new LabLearner<unknown>(server, `${name}-who-keeps-to-herself`, lab, fold as never);
  keys = {
    ann: learner("ann", "topics-and-keys", topicsAndKeysFold),
    bob: learner("bob", "topics-and-keys", topicsAndKeysFold),
  };
  cuts = {
    ann: learner("ann", "retention-and-compaction", retentionFold),
    bob: learner("bob", "retention-and-compaction", retentionFold),
  };
  await keys.ann.command("MakeTopic", { name: "orders", partitions: 2 });
  await keys.ann.command("ThrowEvents", { name: "orders", ...thrown });
  await cuts.ann.command("MakeLog", log);
  await keys.bob.command("OpenLab");
  await cuts.bob.command("OpenLab");
  before = await topicsAsTheyAre(keys.ann.learner);
});
afterAll(() => server.close());

/** All topics of a learner and of the course, each with its offsets and settings. */
async function topicsAsTheyAre(learner: string): Promise<Map<string, string>> {
  const { log } = server.playground;
  const names = (await log.topics.all()).filter(
    (topic) => topic.startsWith("course.") || topic.startsWith(`mine.${learner}.`),
  );
  const described = names.map(async (topic): Promise<[string, string]> => {
    const settings = [...((await log.topics.settings(topic)) ?? [])];
    return [topic, JSON.stringify([await log.ends(topic), settings])];
  });
  return new Map(await Promise.all(described));
}

const annsOrders = () => `mine.${keys.ann.learner}.lab-keys-orders`;
const annsLog = () => `mine.${keys.ann.learner}.lab-retention`;

/** What Bob tries in the lab of topics and keys, and how it is refused. */
const triesOnKeys: [type: string, data: () => object, code: string][] = [
  ["ThrowEvents", () => ({ name: "orders", ...thrown }), "lab-refused"],
  ["GrowTopic", () => ({ name: "orders", partitions: 9 }), "lab-refused"],
  ["RemoveTopic", () => ({ name: "orders" }), "lab-refused"],
  ["RemoveTopic", () => ({ name: annsOrders() }), "request-invalid"],
  ["GrowTopic", () => ({ name: annsOrders(), partitions: 9 }), "request-invalid"],
  ["ThrowEvents", () => ({ name: annsOrders(), ...thrown }), "request-invalid"],
  ["MakeTopic", () => ({ name: "course.carts", partitions: 3 }), "request-invalid"],
  ["MakeTopic", () => ({ name: "a.b", partitions: 3 }), "request-invalid"],
  ["MakeTopic", () => ({ name: "a_b", partitions: 3 }), "request-invalid"],
  ["MakeTopic", () => ({ name: "../orders", partitions: 3 }), "request-invalid"],
  ["MakeTopic", () => ({ name: "", partitions: 3 }), "request-invalid"],
  ["MakeTopic", () => ({ name: "a".repeat(250), partitions: 3 }), "request-invalid"],
  ["MakeTopic", () => ({ name: "wide", partitions: 13 }), "request-invalid"],
  ["MakeTopic", () => ({ name: "wide", partitions: 1_000_000 }), "request-invalid"],
  ["MakeTopic", () => ({ name: "wide", partitions: 0 }), "request-invalid"],
  ["MakeTopic", () => ({ name: "set", partitions: 1, settings: { "retention.ms": "1" } }), "request-invalid"],
  ["ThrowEvents", () => ({ name: "orders", ...thrown, count: 1_000_000_000 }), "request-invalid"],
  ["ThrowEvents", () => ({ name: "orders", ...thrown, key: "__proto__" }), "request-invalid"],
  ["ThrowEvents", () => ({ name: "orders", ...thrown, partitioner: "random" }), "request-invalid"],
];

/** What Bob tries in the lab of retention and compaction. */
const triesOnRetention: [type: string, data: () => object, code: string][] = [
  ["DeleteRecords", () => ({ before: 5 }), "lab-refused"],
  ["ChangeRetention", () => ({ retentionMs: 5_000, retentionBytes: -1 }), "lab-refused"],
  ["StartStream", () => ({ to: "log", everyMs: 500 }), "lab-refused"],
  ["StartStream", () => ({ to: annsLog(), everyMs: 500 }), "request-invalid"],
  ["StartStream", () => ({ to: "log", everyMs: 1 }), "request-invalid"],
  ["MakeLog", () => ({ ...log, segmentMs: 1 }), "request-invalid"],
  ["MakeLog", () => ({ ...log, retentionBytes: 2 ** 40 }), "request-invalid"],
  ["DeleteRecords", () => ({ before: 5, topic: "course.carts" }), "request-invalid"],
  ["AuditTopic", () => ({ topic: annsLog(), role: "events" }), "topic-not-yours"],
  ["AuditTopic", () => ({ topic: annsOrders(), role: "events" }), "topic-not-yours"],
  ["AuditTopic", () => ({ topic: "__consumer_offsets", role: "events" }), "topic-unknown"],
  ["AuditTopic", () => ({ topic: "offset-zero.topic-use", role: "events" }), "topic-unknown"],
  ["AuditTopic", () => ({ topic: "mine.lab-retention", role: "events" }), "topic-unknown"],
];

test("another learner's topics and the course's cannot be named, changed, emptied or read", async () => {
  for (const [type, data, code] of triesOnKeys) {
    expect([type, data(), (await keys.bob.refused(type, data())).code]).toEqual([type, data(), code]);
  }
  for (const [type, data, code] of triesOnRetention) {
    expect([type, data(), (await cuts.bob.refused(type, data())).code]).toEqual([type, data(), code]);
  }
  expect(await topicsAsTheyAre(keys.ann.learner)).toEqual(before);
});

test("equal names are two topics, each seen by its owner alone, and a reset removes only one's own", async () => {
  await keys.bob.command("MakeTopic", { name: "orders", partitions: 1 });
  await keys.bob.command("ThrowEvents", { name: "orders", ...thrown, count: 2 });
  expect(await topicsAsTheyAre(keys.ann.learner)).toEqual(before);
  expect(JSON.stringify(await keys.ann.events())).not.toContain(keys.bob.learner);
  await keys.bob.reset();
  await cuts.bob.reset();
  expect(await topicsAsTheyAre(keys.ann.learner)).toEqual(before);
  const left = await server.playground.log.topics.all();
  expect(left.filter((topic) => topic.startsWith(`mine.${keys.bob.learner}.`))).toEqual([]);
});

test("a lab keeps so many topics and so many records, and says so", async () => {
  await keys.bob.command("MakeTopic", { name: "one", partitions: 1 });
  await keys.bob.command("MakeTopic", { name: "two", partitions: 1 });
  const third = await keys.bob.refused("MakeTopic", { name: "three", partitions: 1 });
  expect(third.detail).toContain("2 topics at the same time");
  for (let n = 0; n < 3; n++) await keys.bob.command("ThrowEvents", { name: "one", ...thrown, count: 200 });
  const full = await keys.bob.refused("ThrowEvents", { name: "one", ...thrown, count: 1 });
  expect(full.detail).toContain("has 600 records");
});

test("a reset of one lab leaves the other lab's topics, and a topic of one's own that no lab made", async () => {
  const own = `mine.${keys.ann.learner}.carts`;
  await server.playground.log.append(own, "k", { type: "A", data: 1 }, "192.0.2.1");
  await keys.ann.reset();
  const left = await server.playground.log.topics.all();
  expect(left).toContain(own);
  expect(left).toContain(annsLog());
  expect(left).not.toContain(annsOrders());
});
