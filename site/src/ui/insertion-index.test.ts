import { expect, test } from "vitest";
import { insertionIndex } from "./insertion-index.ts";

test("a dragged line lands before the line whose upper half it is over, at the end, or below", () => {
  const lines = [
    { top: 0, bottom: 40 },
    { top: 40, bottom: 80 },
  ];
  expect([10, 30, 70, 100, 130].map((y) => insertionIndex(lines, 120, y))).toEqual([0, 1, 2, 2, null]);
});
