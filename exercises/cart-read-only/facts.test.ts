import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { partitionOf } from "../../engine/fold/partition.ts";

interface Line {
  key: string;
  event: { type: string; data: Record<string, unknown>; metadata: { id: string; occurredAt: string } };
}
interface Cart {
  lines: Record<string, number>;
}
interface Reducer {
  initialState(): Cart;
  evolve(cart: Cart, event: Line["event"]): Cart;
}

const here = (path: string) => new URL(path, import.meta.url);
const log: Line[] = readFileSync(here("./log.ndjson"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const sanjanas = log.filter(({ key }) => key === "cart-1");

/** Learner code knows the event types as globals; loading it by address keeps it out of the type check. */
async function linesAfterEach(file: string, records = sanjanas): Promise<Cart["lines"][]> {
  const { initialState, evolve } = (await import(here(file).href)) as Reducer;
  let cart = initialState();
  return records.map(({ event }) => {
    cart = evolve(cart, event);
    return structuredClone(cart.lines);
  });
}

test("the solution's cart after each offset is the one in the lesson", async () => {
  expect(await linesAfterEach("./solution.ts")).toEqual([
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
  const starter = await linesAfterEach("./starter.ts");
  const solution = await linesAfterEach("./solution.ts");
  expect(starter.at(-1)).toEqual({ pants: 2, "t-shirt": 3, hat: 1 });
  expect(
    starter.findIndex((lines, offset) => JSON.stringify(lines) !== JSON.stringify(solution[offset])),
  ).toBe(4);
});

test("subtracting at each correction ends with a cart that owes the shop a t-shirt", async () => {
  expect((await linesAfterEach("./wrong/reverts-twice.ts")).at(-1)).toEqual({
    pants: 1,
    "t-shirt": -1,
    hat: 1,
  });
});

test("without offset 2 the solution ends with the same cart, and the one that throws stops", async () => {
  const skipped = sanjanas.filter(({ event }) => event.metadata.id !== "e2");
  const ends = { pants: 1, "t-shirt": 1, hat: 1 };
  expect((await linesAfterEach("./solution.ts", skipped)).at(-1)).toEqual(ends);
  await expect(linesAfterEach("./wrong/throws.ts", skipped)).rejects.toThrow("There is no addition e2.");
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
  expect(readdirSync(here("./wrong")).toSorted()).toEqual(
    Object.keys(wrong)
      .map((name) => `${name}.ts`)
      .toSorted(),
  );
});
