import fc from "fast-check";
import { expect, test } from "vitest";
import { topicsAndKeysFold } from "../topics-and-keys/evolve.ts";
import type { ShownRecord, TopicEvent } from "./topic-events.ts";
import { evolveTopics, heldByPartition, heldRecords, type TopicLogs } from "./topic-logs.ts";

const topic = "mine.lab-keys-orders";
const made: TopicEvent = { type: "TopicMade", data: { topic, partitions: 2, settings: {} } };
const record = (partition: number, offset: number): ShownRecord => ({
  partition,
  offset,
  timestamp: offset,
  key: "k",
  type: "A",
  data: null,
});
const after = (...events: TopicEvent[]) => events.reduce(evolveTopics, {} as TopicLogs);

const change = fc.oneof(
  fc.record({
    type: fc.constant("RecordsArrived" as const),
    data: fc.record({
      topic: fc.constant(topic),
      records: fc.array(
        fc.tuple(fc.nat(1), fc.nat(9)).map(([p, o]) => record(p, o)),
        { maxLength: 5 },
      ),
    }),
  }),
  fc.record({
    type: fc.constant("LogStartMoved" as const),
    data: fc.record({ topic: fc.constant(topic), partition: fc.nat(1), from: fc.constant(0), to: fc.nat(9) }),
  }),
  fc.record({
    type: fc.constant("RecordsCompacted" as const),
    data: fc.record({
      topic: fc.constant(topic),
      partition: fc.nat(1),
      offsets: fc.array(fc.nat(9), { maxLength: 3 }),
    }),
  }),
);

test("a record is shown once, and what is gone stays gone, whatever is told again", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (events) => {
      const log = after(made, ...events)[topic];
      if (!log) throw new Error("The topic is missing.");
      const places = log.records.map(({ partition, offset }) => `${partition}@${offset}`);
      expect(new Set(places).size).toBe(places.length);
      const again = after(made, ...events, ...events)[topic];
      const gone = log.records.filter(({ gone }) => gone).map(({ partition, offset }) => [partition, offset]);
      expect(again?.records.filter(({ gone }) => gone).length).toBeGreaterThanOrEqual(gone.length);
      expect(heldByPartition(log).flat()).toHaveLength(heldRecords(log).length);
    }),
  );
});

test("an event of another type, or about a topic that is not there, leaves the state as it is", () => {
  const topics = after(made);
  expect(evolveTopics(topics, { type: "LabOpened", data: {} } as unknown as TopicEvent)).toBe(topics);
  const other = { type: "TopicTooLong", data: { topic: "mine.other", most: 1 } } as const;
  expect(evolveTopics(topics, other)).toBe(topics);
  const state = topicsAndKeysFold.initialState();
  expect(topicsAndKeysFold.evolve(state, { type: "Unknown", data: null }, 0)).toBe(state);
});

test("a topic that is found again keeps what was known, and knows what has gone in the meantime", () => {
  const arrived: TopicEvent = {
    type: "RecordsArrived",
    data: { topic, records: [0, 1, 2, 3].map((offset) => record(0, offset)) },
  };
  const found: TopicEvent = {
    type: "TopicFound",
    data: { topic, settings: {}, starts: [2, 0], offsets: [[3], []] },
  };
  expect(after(made, arrived, found)[topic]?.records.map(({ gone }) => gone)).toEqual([
    "before-start",
    "before-start",
    "compacted",
    null,
  ]);
});

test("a topic that grows has empty partitions more, and a removed one is gone", () => {
  const grew: TopicEvent = { type: "TopicGrew", data: { topic, partitions: 4 } };
  expect(after(made, grew)[topic]?.starts).toEqual([0, 0, 0, 0]);
  expect(after(made, { type: "TopicRemoved", data: { topic } })).toEqual({});
});
