import fc from "fast-check";
import { expect, test } from "vitest";
import type { LabEvent } from "../lab-event.ts";
import type { ShownRecord } from "../topics/topic-events.ts";
import { heldRecords, type TopicLog } from "../topics/topic-logs.ts";
import { auditTopic } from "./audit-topic.ts";
import { evolve, initialState } from "./evolve.ts";
import { accountEvent, balanceOf, type Contents, itemEvent, type KeyedEvent, tableOf } from "./facts.ts";
import recording from "./recording.json" with { type: "json" };
import { shownTopics } from "./topic-names.ts";

const recorded = ({ key, event }: KeyedEvent, offset: number): ShownRecord => ({
  partition: 0,
  offset,
  timestamp: offset,
  key,
  type: event?.type ?? null,
  data: event?.data ?? null,
});
const streamed = (contents: Contents, count: number) =>
  Array.from({ length: count }, (_, n) => recorded(itemEvent(contents, n), n));

/** What compaction leaves once it is done: the newest record of each key. */
const compacted = (records: ShownRecord[]) =>
  records.filter(({ key, offset }) => !records.some((later) => later.key === key && later.offset > offset));

test("compaction keeps the table of whole values as it is, at each moment", () => {
  fc.assert(
    fc.property(fc.nat(60), (count) => {
      const records = streamed("whole values", count);
      expect(tableOf(compacted(records))).toEqual(tableOf(records));
    }),
  );
});

test("compaction makes the table of changes wrong as soon as a key has two of them", () => {
  for (let count = 4; count <= 30; count++) {
    const records = streamed("changes", count);
    expect(tableOf(compacted(records)), `${count}`).not.toEqual(tableOf(records));
  }
});

test("the balance that is folded from what is left differs from the balance of everything", () => {
  const topic = shownTopics.log;
  const records = Array.from({ length: 8 }, (_, n) => recorded(accountEvent(n), n));
  const events = [
    { type: "TopicMade", data: { topic, partitions: 1, settings: {} } },
    { type: "RecordsArrived", data: { topic, records } },
    { type: "LogStartMoved", data: { topic, partition: 0, from: 0, to: 5 } },
  ];
  const { balances } = events.reduce((state, event, at) => evolve(state, event, at), initialState());
  expect(balances).toEqual([
    { at: 0, held: 0, ever: 0 },
    { at: 1, held: balanceOf(records), ever: balanceOf(records) },
    { at: 2, held: balanceOf(records.slice(5)), ever: balanceOf(records) },
  ]);
  expect(balances[2]?.held).not.toBe(balances[2]?.ever);
});

test("however long it runs, a bounded number of moments is kept, and the newest is among them", () => {
  const topic = shownTopics.log;
  let state = evolve(initialState(), { type: "TopicMade", data: { topic, partitions: 1, settings: {} } }, 0);
  for (let n = 0; n < 1_000; n++) {
    const data = { topic, records: [recorded(accountEvent(n), n % 20)] };
    state = evolve(state, { type: "RecordsArrived", data }, n);
    expect(state.balances.at(-1)?.at).toBe(n);
  }
  expect(state.balances.length).toBeLessThanOrEqual(400);
});

test("a stream that stopped says why, until it flows again", () => {
  const started = { type: "StreamStarted", data: { to: "log", everyMs: 500 } };
  const stopped = { type: "StreamStopped", data: { to: "log", reason: "failed" } };
  const state = [started, stopped].reduce((before, event) => evolve(before, event, 0), initialState());
  expect([state.streams, state.stopped]).toEqual([{}, { log: "failed" }]);
  expect(evolve(state, started, 0).streams).toEqual({ log: 500 });
});

test("the recording ends with a log without its start, and with two folds that differ", () => {
  const { topics, balances, audits } = (recording.events as LabEvent[]).reduce(
    (state, { event, at }) => evolve(state, event, at),
    initialState(),
  );
  const table = (topic: string) => tableOf(heldRecords(topics[topic] as TopicLog));
  expect(topics[shownTopics.log]?.starts[0]).toBeGreaterThan(0);
  expect(balances.some(({ held, ever }) => held !== ever)).toBe(true);
  expect(table(shownTopics.compacted)).not.toEqual(table(shownTopics.whole));
  expect(audits).toHaveLength(1);
});

test("an event of another type leaves the state as it is", () => {
  const state = initialState();
  expect(evolve(state, { type: "LabOpened", data: {} }, 0)).toBe(state);
});

const audit = (
  settings: Record<string, string>,
  role: "events" | "state" = "events",
  replicas = 3,
): [string, string][] =>
  auditTopic({ settings, role, replicas, partitions: 1 }).map(({ severity, setting }) => [severity, setting]);
const safe = { "retention.ms": "-1", "min.insync.replicas": "2" };

test("a topic of events that keeps everything has only good findings", () => {
  expect(audit(safe)).toEqual([
    ["good", "retention.ms"],
    ["good", "retention.bytes"],
    ["good", "min.insync.replicas"],
  ]);
});

test("missing settings are Kafka's defaults: a week, and not for ever", () => {
  const [first] = auditTopic({ settings: {}, role: "events", replicas: 3, partitions: 1 });
  expect(first).toMatchObject({ severity: "loses", setting: "retention.ms" });
  expect(first?.message.message).toMatch(/default.*7 days/);
});

test.each([
  [{ ...safe, "cleanup.policy": "compact" }, "events", 3, ["loses", "cleanup.policy"]],
  [{ ...safe, "cleanup.policy": "compact,delete" }, "events", 3, ["loses", "cleanup.policy"]],
  [{ ...safe, "cleanup.policy": "compact" }, "state", 3, ["good", "cleanup.policy"]],
  [safe, "state", 3, ["risk", "cleanup.policy"]],
  [{ ...safe, "retention.ms": "60000" }, "events", 3, ["loses", "retention.ms"]],
  [{ ...safe, "retention.bytes": "1000" }, "events", 3, ["loses", "retention.bytes"]],
  [safe, "events", 1, ["risk", "replication.factor"]],
  [{ ...safe, "min.insync.replicas": "3" }, "events", 3, ["risk", "min.insync.replicas"]],
  [{ ...safe, "min.insync.replicas": "1" }, "events", 3, ["risk", "min.insync.replicas"]],
  [
    { ...safe, "unclean.leader.election.enable": "true" },
    "events",
    3,
    ["risk", "unclean.leader.election.enable"],
  ],
] as const)("%j for %s on %i replicas has the finding %j", (settings, role, replicas, finding) => {
  expect(audit(settings, role, replicas)).toContainEqual(finding);
});

test("retention does not apply to a topic that is only compacted, whatever it says", () => {
  const findings = audit({ ...safe, "cleanup.policy": "compact", "retention.ms": "1" }, "state");
  expect(findings.map(([, setting]) => setting)).not.toContain("retention.ms");
});

test("the worst is said first", () => {
  const severities = audit({ "cleanup.policy": "delete,compact", "retention.ms": "1000" }, "events", 1);
  const order = ["loses", "risk", "good"];
  const places = severities.map(([severity]) => order.indexOf(severity));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
