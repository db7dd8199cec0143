import { expect, test } from "vitest";
import type { Slice } from "../../../engine/fold/trace.ts";
import { cacheRecentSlices } from "./recent-slices.ts";

const slice = (from: number): Slice => ({ topic: "t", partitions: [{ partition: 0, from, to: from + 1 }] });

test("what was read last is not read again, and what was read long ago makes room", async () => {
  const asked: number[] = [];
  const read = cacheRecentSlices(async ({ partitions }) => {
    const offset = partitions[0]?.from ?? 0;
    asked.push(offset);
    const position = { topic: "t", partition: 0, offset };
    return [{ position, timestamp: 0, key: null, headers: {}, value: "x".repeat(6 * 1024 * 1024) }];
  });
  for (const from of [1, 2, 1]) expect((await read(slice(from)))[0]?.position.offset).toBe(from);
  expect(asked).toEqual([1, 2]);
  await read(slice(3)); // 18 MB with the two before: the one used longest ago goes
  await read(slice(1));
  expect(asked).toEqual([1, 2, 3]);
  await read(slice(2));
  expect(asked).toEqual([1, 2, 3, 2]);
});
