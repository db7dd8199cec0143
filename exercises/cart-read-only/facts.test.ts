import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Event } from "../../engine/fold/event.ts";
import { partitionOf } from "../../engine/fold/partition.ts";
import { courseAnswer } from "../answer-source.ts";
import { reducerOf } from "../testing/every-log.ts";

interface Line {
  key: string;
  event: { type: string; data: Record<string, unknown>; metadata: { id: string; occurredAt: string } };
}
interface Cart {
  lines: Record<string, number>;
}

const here = (path: string) => new URL(path, import.meta.url);
const log: Line[] = readFileSync(here("./log.ndjson"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const sanjanas = log.filter(({ key }) => key === "cart-1");

async function linesAfterEach(answer: string, records = sanjanas): Promise<Cart["lines"][]> {
  const { initialState, evolve } = reducerOf(await courseAnswer("cart-read-only", answer));
  let cart = initialState();
  return records.map(({ event }) => {
    cart = evolve(cart, event as unknown as Event);
    return structuredClone((cart as unknown as Cart).lines);
  });
}

test("the solution's cart after each offset is the one in the lesson", async () => {
  expect(await linesAfterEach("solution")).toEqual([
    {},
    { pants: 2 },
    { pants: 2, "t-shirt": 2 },
    { pants: 2, "t-shirt": 3 },
    { pants: 1, "t-shirt": 3 },
    { pants: 1, "t-shirt": 3, hat: 1 },
    { pants: 1, "t-shirt": 1, hat: 1 },
    { pants: 1, "t-shirt": 1, hat: 1 },
  ]);
});

test("the starter ends with two pairs of pants, three t-shirts and a hat, and is right up to offset 3", async () => {
  const starter = await linesAfterEach("starter");
  const solution = await linesAfterEach("solution");
  expect(starter.at(-1)).toEqual({ pants: 2, "t-shirt": 3, hat: 1 });
  expect(
    starter.findIndex((lines, offset) => JSON.stringify(lines) !== JSON.stringify(solution[offset])),
  ).toBe(4);
});

test("subtracting at each correction ends with a cart that owes the shop a t-shirt", async () => {
  expect((await linesAfterEach("wrong/reverts-twice")).at(-1)).toEqual({
    pants: 1,
    "t-shirt": -1,
    hat: 1,
  });
});

test("without offset 2 the solution ends with the same cart, and the one that throws stops", async () => {
  const skipped = sanjanas.filter(({ event }) => event.metadata.id !== "e2");
  const ends = { pants: 1, "t-shirt": 1, hat: 1 };
  expect((await linesAfterEach("solution", skipped)).at(-1)).toEqual(ends);
  await expect(linesAfterEach("wrong/throws", skipped)).rejects.toThrow("There is no addition e2.");
});

test("the corrected addition is not the last one of its item, so that name and place differ", () => {
  const shirts = sanjanas.filter(({ event }) => event.type === "ItemAdded" && event.data.sku === "t-shirt");
  expect(shirts.map(({ event }) => event.metadata.id)).toEqual(["e2", "e3"]);
  expect(shirts.map(({ event }) => event.data.qty)).toEqual([2, 1]);
});

test("cart-1 has partition 0 to itself and comes first, the other carts are in other partitions", () => {
  expect(log.slice(0, sanjanas.length)).toEqual(sanjanas);
  const partitions = Object.fromEntries(log.map(({ key }) => [key, partitionOf(key, 3)]));
  expect(partitions).toEqual({ "cart-1": 0, "cart-2": 1, "cart-3": 2, "cart-4": 2 });
});

test("the records of a key are contiguous, every event has its own name, and time does not run backwards", () => {
  const keys = log.map(({ key }) => key).filter((key, i, all) => key !== all[i - 1]);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(log.map(({ event }) => event.metadata.id)).size).toBe(log.length);
  for (const partition of [0, 1, 2]) {
    const times = log
      .filter(({ key }) => partitionOf(key, 3) === partition)
      .map(({ event }) => event.metadata.occurredAt);
    expect(times).toEqual(times.toSorted());
  }
});

test("every wrong answer is listed with the check that catches it", () => {
  const { wrong } = parse(readFileSync(here("./exercise.yaml"), "utf8"));
  const names = readdirSync(here("./wrong")).map((file) => file.replace(/\.\w+$/, ""));
  expect(names.toSorted()).toEqual(Object.keys(wrong).toSorted());
});
