import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { countOfMerges } from "../../../engine/fold/laws/partition-merges.ts";
import { partitionOf, positiveHash } from "../../../engine/fold/partition.ts";
import { streamEvent } from "../../../engine/labs/topics-and-keys/event-streams.ts";
import { reducers } from "../../../engine/labs/topics-and-keys/reducers.ts";
import { openPack, readExercise } from "../../../exercises/catalog.ts";
import { endOfFold } from "../../../exercises/end-of-fold.ts";
import { layOut } from "../../../exercises/topics.ts";
import { cartKeys, cartRecords, foldByKey } from "./carts-log.ts";
import { describeNewest } from "./grow-the-topic.tsx";
import {
  cartsOfConsumer,
  movedKeys,
  partitionsHolding,
  placeRecords,
  recordsBefore,
} from "./growing-topic.ts";

const lesson = readFileSync(new URL("./lesson.mdx", import.meta.url), "utf8");
const logOf = (exercise: string) =>
  readFileSync(new URL(`../../../exercises/${exercise}/log.ndjson`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const exercise = async (id: string) => readExercise(await openPack(undefined, [id]), id);
const log = logOf("fold-by-key");
const placed = layOut("course.open-carts", 3, log);
const all = cartRecords.length;
const grown = placeRecords(all, 4);

test("the figure has the log that the exercise folds", () => {
  const ofExercise = log.map(({ key, event: { type, data, metadata } }) => ({
    key,
    type,
    time: metadata.occurredAt.slice(11, 16),
    ...(data.sku && { sku: data.sku, qty: data.qty }),
  }));
  expect(cartRecords).toEqual(ofExercise);
});

test("the figure's carts are those that the exercise's solution ends with", async () => {
  const { state } = await endOfFold(await exercise("fold-by-key"));
  const carts = foldByKey(cartRecords);
  expect(Object.fromEntries(Object.entries(carts).map(([key, { lines }]) => [key, lines]))).toEqual(
    (state as { carts: unknown }).carts,
  );
  expect(carts["cart-1"]).toEqual({ lines: { pants: 1, hat: 1 }, status: "checked out" });
});

test("sixteen records of four carts are in three partitions of 5, 4 and 7 records, three of them at offset 3", () => {
  expect(all).toBe(16);
  expect(new Set(log.map(({ key }) => key))).toEqual(new Set(cartKeys));
  const lengths = [0, 1, 2].map((n) => placed.filter(({ position }) => position.partition === n).length);
  expect(lengths).toEqual([5, 4, 7]);
  expect(placed.filter(({ position }) => position.offset === 3)).toHaveLength(3);
  expect(countOfMerges(lengths)).toBe(1_441_440);
  expect(lesson).toContain("1,441,440 possible orders");
});

test("the figure puts each record where the topic has it as long as the topic does not grow", () => {
  const positions = placeRecords(all, 3).map(({ partition, offset }) => ({ partition, offset }));
  expect(positions).toEqual(placed.map(({ position: { partition, offset } }) => ({ partition, offset })));
});

test("a fold that skips what is older loses all of cart-1 if partition 2 is read first", () => {
  const inPartition = (n: number) => placed.filter(({ position }) => position.partition === n);
  const newest = Math.max(...inPartition(2).map(({ timestamp }) => timestamp));
  expect(new Date(newest).toISOString()).toContain("T09:13");
  expect(inPartition(0).every(({ key, timestamp }) => key === "cart-1" && timestamp < newest)).toBe(true);
});

test("the hash of cart-1 leaves 0 when it is divided by 3, and 3 when it is divided by 4", () => {
  expect(positiveHash("cart-1")).toBe(1_897_813_383);
  expect([partitionOf("cart-1", 3), partitionOf("cart-1", 4)]).toEqual([0, 3]);
  expect([partitionOf("cart-3", 3), partitionOf("cart-4", 3)]).toEqual([2, 2]);
});

test("a fourth partition moves all four carts, and 75 % of 10,000 keys", () => {
  expect(movedKeys(cartKeys, 4)).toEqual(cartKeys);
  for (const key of cartKeys) expect(partitionsHolding(grown, key)).toHaveLength(2);
  const many = Array.from({ length: 10_000 }, (_, n) => `cart-${n + 1}`);
  expect(Math.round(movedKeys(many, 4).length / 100)).toBe(75);
});

test("cart-1 has three records in partition 0 and two in partition 3, and is empty at its checkout there", () => {
  const ofCart = grown.filter(({ record }) => record.key === "cart-1");
  expect(ofCart.map(({ partition }) => partition)).toEqual([0, 0, 0, 3, 3]);
  expect(ofCart.slice(3).map(({ record }) => record.type)).toEqual(["ItemRemoved", "CheckedOut"]);
  expect(cartsOfConsumer(grown, 3)["cart-1"]).toEqual({ lines: {}, status: "checked out" });
  expect(cartsOfConsumer(grown, 0)["cart-1"]).toEqual({ lines: { pants: 2, hat: 1 }, status: "open" });
});

test("the topic grows between the ninth record, at 09:06, and the tenth, at 09:07", () => {
  expect(cartRecords[recordsBefore - 1]?.time).toBe("09:06");
  expect(cartRecords[recordsBefore]?.time).toBe("09:07");
  expect(describeNewest(placeRecords(recordsBefore, 4))).toBe(
    "09:06, cart-4: +2 pants. It is in partition 2, at offset 3.",
  );
});

test("twice twelve events of the lab's carts split cart-1 to cart-5, and cart-1 sells 1 or 0", () => {
  const thrown = Array.from({ length: 24 }, (_, n) => {
    const { type, data, keys } = streamEvent("carts", n);
    const key = keys.cart ?? "";
    return { type, data, key, partition: partitionOf(key, n < 12 ? 3 : 4) };
  });
  const homes = Map.groupBy(thrown, ({ key }) => key);
  const split = [...homes].filter(([, ofKey]) => new Set(ofKey.map(({ partition }) => partition)).size > 1);
  expect(split.map(([key]) => key)).toEqual(["cart-1", "cart-2", "cart-3", "cart-4", "cart-5"]);

  const sold = (records: typeof thrown) =>
    records.reduce(reducers.carts.evolve, reducers.carts.initialState());
  const ofCart = homes.get("cart-1") ?? [];
  expect(sold(ofCart).sold).toBe(1);
  expect(sold(ofCart.toSorted((a, b) => b.partition - a.partition)).sold).toBe(0);
});

test("the monitor of the second exercise saw every key where Kafka's partitioner puts it, and cart-6 in one place", async () => {
  let partitions = 3;
  for (const { event } of logOf("split-keys")) {
    if (event.type === "TopicGrown") partitions = event.data.partitions;
    else if (event.data.key !== null)
      expect(event.data.partition).toBe(partitionOf(event.data.key, partitions));
  }
  const { answer } = await endOfFold(await exercise("split-keys"));
  expect((answer as string[]).toSorted()).toEqual(cartKeys);
});
