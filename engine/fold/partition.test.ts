import { expect, test } from "vitest";
import { murmur2, partitionOf } from "./partition.ts";

test("murmur2 agrees with the vectors of Kafka's own test", () => {
  const hash = (text: string) => murmur2(new TextEncoder().encode(text));
  expect(hash("21")).toBe(-973932308);
  expect(hash("foobar")).toBe(-790332482);
});

test("the course's keys go where Kafka sends them", () => {
  const table: [string, number, number, number][] = [
    ["cart-1", 0, 3, 3],
    ["cart-2", 1, 0, 4],
    ["cart-3", 2, 1, 5],
    ["cart-4", 2, 3, 5],
    ["sanjana", 2, 3, 5],
    ["bob", 0, 2, 0],
    ["yeva", 2, 2, 2],
    ["bill", 0, 1, 3],
    ["opera", 0, 2, 0],
    ["immortal", 1, 0, 4],
  ];
  for (const [key, three, four, six] of table) {
    expect([partitionOf(key, 3), partitionOf(key, 4), partitionOf(key, 6)], key).toEqual([three, four, six]);
  }
});
