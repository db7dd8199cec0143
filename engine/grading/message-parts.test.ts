import { expect, test } from "vitest";
import {
  describeOffsets,
  describePosition,
  differingParts,
  formatNumber,
  formatSeconds,
  joinWithAnd,
  partsOf,
} from "./message-parts.ts";

test("lists read as sentences do", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", 3]].map((items) => joinWithAnd(items, "nothing"))).toEqual([
    "nothing",
    "a",
    "a and b",
    "a, b and 3",
  ]);
  expect([[8], [5, 7, 9]].map(describeOffsets)).toEqual(["offset 8", "offsets 5, 7 and 9"]);
});

test("numbers have a real minus sign, and whatever else is there is shown as JSON", () => {
  expect([-3, 0.5, "-3", null].map(formatNumber)).toEqual(["−3", "0.5", '"-3"', "null"]);
  expect([1_000, 59_900].map(formatSeconds)).toEqual(["1 second", "59.9 seconds"]);
});

test("a position is that of the log, or of what was decided", () => {
  const position = { topic: "decided", partition: 0, offset: 2 };
  expect(describePosition(position, "the start")).toBe("decided-0@2");
  expect(describePosition({ ...position, topic: "course.carts" }, "the start")).toBe("offset 2");
  expect(describePosition(null, "the start")).toBe("the start");
});

test("the parts that differ are named once, and nothing inherited is a part", () => {
  expect(differingParts({ hat: 1, pants: 2, socks: 0 }, { scarf: 1, pants: 2, hat: 2 })).toEqual([
    "hat",
    "socks",
    "scarf",
  ]);
  expect([null, [1], 3, { constructor: 1 }].map((state) => Object.keys(partsOf(state)))).toEqual([
    [],
    [],
    [],
    ["constructor"],
  ]);
  expect(partsOf({}).constructor).toBeUndefined();
});
