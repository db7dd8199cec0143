import fc from "fast-check";
import { expect, test } from "vitest";
import type { ShownRecord } from "../topics/topic-events.ts";
import type { TopicLog } from "../topics/topic-logs.ts";
import { keyChoices, type StreamName, streamEvent, streamNames } from "./event-streams.ts";
import { interleavingsOf, smallestDifference } from "./interleavings.ts";
import { keyHistory } from "./key-history.ts";
import { keyLoads, partitionLoads, skewOf, splitKeys } from "./loads.ts";
import { partitionFor } from "./partitioners.ts";
import { answerOf, foldRecords, reducers } from "./reducers.ts";

/** A topic with the first events of a stream, thrown by one key; `growAt`: from there on it has one partition more. */
function thrown(
  stream: StreamName,
  key: string,
  given: { partitions?: number; events?: number; growAt?: number },
): TopicLog {
  const { partitions = 3, events = 90 } = given;
  const { growAt = events } = given;
  const ends = Array.from({ length: partitions + (growAt < events ? 1 : 0) }, () => 0);
  const records = Array.from({ length: events }, (_, n) => {
    const { type, data, keys } = streamEvent(stream, n);
    const name = keys[key] as string;
    const partition = partitionFor("murmur2", name, partitions + (n >= growAt ? 1 : 0));
    const offset = ends[partition] as number;
    ends[partition] = offset + 1;
    return { partition, offset, timestamp: n, key: name, type, data, gone: null };
  });
  return { topic: "t", settings: {}, starts: ends.map(() => 0), records, tooLong: false };
}

const partitionsOf = (log: TopicLog): ShownRecord[][] =>
  log.starts.map((_, n) => log.records.filter(({ partition }) => partition === n));

test("every event of a stream has all keys of its stream, and is the same each time", () => {
  fc.assert(
    fc.property(fc.constantFrom(...streamNames), fc.nat(2_000), (stream, n) => {
      const event = streamEvent(stream, n);
      expect(Object.keys(event.keys)).toEqual(keyChoices[stream]);
      expect(Object.values(event.keys).every((key) => key.length > 0)).toBe(true);
      expect(event.data.n).toBe(n);
      expect(streamEvent(stream, n)).toEqual(event);
    }),
  );
});

test("an entity's events come in the order of its life, and overlap with those of others wherever one stops", () => {
  for (const stream of ["orders", "carts"] as const) {
    const events = Array.from({ length: 300 }, (_, n) => streamEvent(stream, n));
    const entity = keyChoices[stream][0] as string;
    const lives = [...Map.groupBy(events, ({ keys }) => keys[entity]).values()];
    const [whole] = lives;
    for (const life of lives) {
      expect(life.map(({ type }) => type)).toEqual(whole?.slice(0, life.length).map(({ type }) => type));
    }
    for (let stop = 30; stop < 250; stop++) {
      const open = lives.filter(
        (life) => Number(life[0]?.data.n) < stop && Number(life.at(-1)?.data.n) >= stop,
      );
      expect(open.length, `${stream}, after ${stop}`).toBeGreaterThanOrEqual(3);
    }
  }
});

test("loads count every record once, however they are thrown", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...streamNames),
      fc.nat(2),
      fc.integer({ min: 1, max: 12 }),
      (stream, k, n) => {
        const log = thrown(stream, keyChoices[stream][k] as string, { partitions: n });
        const sum = (loads: { records: number }[]) =>
          loads.reduce((total, { records }) => total + records, 0);
        expect(sum(partitionLoads(log))).toBe(90);
        expect(sum(keyLoads(log))).toBe(90);
        expect(skewOf(log)).toBeGreaterThanOrEqual(1);
        expect(skewOf(log)).toBeLessThanOrEqual(n);
        expect(splitKeys(log)).toEqual([]);
      },
    ),
  );
});

test("a key with few values leaves partitions empty, and the entity's own key spreads the records", () => {
  const byCountry = thrown("orders", "country", { partitions: 6 });
  const byOrder = thrown("orders", "order", { partitions: 6 });
  expect(skewOf(byCountry)).toBeGreaterThan(2 * skewOf(byOrder));
  expect(partitionLoads(byCountry).filter(({ records }) => records === 0).length).toBeGreaterThan(0);
  expect(skewOf(thrown("customers", "customer", {}))).toBeGreaterThan(
    skewOf(thrown("customers", "purchase", {})),
  );
});

test("keys with more values than partitions never touch a second partition until the topic grows", () => {
  const grown = thrown("orders", "order", { partitions: 3, events: 30, growAt: 12 });
  const split = splitKeys(grown);
  expect(split.length).toBeGreaterThan(0);
  for (const { name } of split) {
    const { thrown: history, partitions, read } = keyHistory(grown, name, reducers.orders);
    expect(partitions).toHaveLength(2);
    expect(history.map(({ timestamp }) => timestamp)).toEqual(
      history.map(({ timestamp }) => timestamp).toSorted((a, b) => a - b),
    );
    expect(read.toSorted((a, b) => a.timestamp - b.timestamp)).toEqual(history);
    expect(read).not.toEqual(history);
  }
});

test("an order whose payment is read before it was placed is never paid", () => {
  const grown = thrown("orders", "order", { partitions: 3, events: 30, growAt: 12 });
  const histories = splitKeys(grown).map(({ name }) => keyHistory(grown, name, reducers.orders));
  const wrong = histories.filter(({ answers }) => answers.read.paid !== answers.thrown.paid);
  expect(wrong.length).toBeGreaterThan(0);
  for (const { answers } of wrong) expect(answers.read.paid).toBe(0);
});

/** On topics of 3, 4, 6 and 12 partitions. The kafka test asks kcat 1.7.1 for the same. */
test.each([
  ["cart-1", [2, 0, 2, 8], [0, 3, 3, 3]],
  ["cart-2", [1, 2, 4, 10], [1, 0, 4, 4]],
  ["sanjana", [2, 0, 2, 8], [2, 3, 5, 11]],
])("kcat puts %s into %j, Kafka's own clients into %j", (key, kcat, own) => {
  const places = (partitioner: "consistent_random" | "murmur2") =>
    [3, 4, 6, 12].map((partitions) => partitionFor(partitioner, key, partitions));
  expect(places("consistent_random")).toEqual(kcat);
  expect(places("murmur2")).toEqual(own);
});

test("every merge is counted once, and a single partition has one outcome", () => {
  const order = partitionsOf(thrown("carts", "item", { partitions: 3, events: 8 }));
  const { possible, tried, outcomes } = interleavingsOf(order, reducers.carts);
  expect(tried).toBe(possible);
  expect(outcomes.reduce((sum, { merges }) => sum + merges, 0)).toBe(possible);
  const single = interleavingsOf([order.flat()], reducers.carts);
  expect([single.possible, single.outcomes.length]).toEqual([1, 1]);
});

test("with the entity's own key no interleaving changes the answer", () => {
  for (const stream of ["orders", "carts"] as const) {
    const log = partitionsOf(thrown(stream, keyChoices[stream][0] as string, { events: 9 }));
    expect(interleavingsOf(log, reducers[stream]).outcomes).toHaveLength(1);
    expect(smallestDifference(log, reducers[stream])).toBeNull();
  }
});

test("the smallest difference is two orders of the same records, of which nothing can be left out", () => {
  const log = partitionsOf(thrown("orders", "event type", { events: 9 }));
  const found = smallestDifference(log, reducers.orders);
  if (!found) throw new Error("No difference was found.");
  const [one, other] = found.orders;
  expect(one).toHaveLength(2);
  expect(one.toSorted((a, b) => a.timestamp - b.timestamp)).toEqual(
    other.toSorted((a, b) => a.timestamp - b.timestamp),
  );
  expect(answerOf(foldRecords(reducers.orders, one))).toEqual(found.answers[0]);
  expect(answerOf(foldRecords(reducers.orders, other))).toEqual(found.answers[1]);
  for (const left of one) {
    const rest = one.filter((record) => record !== left);
    expect(
      interleavingsOf(
        log.map((p) => p.filter((r) => rest.includes(r))),
        reducers.orders,
      ).outcomes,
    ).toHaveLength(1);
  }
});
