import fc from "fast-check";
import { expect, test } from "vitest";
import type { RawRecord } from "./event.ts";
import { mergeOrder } from "./merge-order.ts";

const record = (partition: number, offset: number, timestamp: number): RawRecord => ({
  position: { topic: "t", partition, offset },
  timestamp,
  key: null,
  headers: {},
  value: null,
});

const lanes = fc
  .array(fc.array(fc.nat(5), { maxLength: 8 }), { maxLength: 4 })
  .map((all) => all.map((times, partition) => times.map((time, offset) => record(partition, offset, time))));

test("merging keeps every record once and every partition's own order", () => {
  fc.assert(
    fc.property(lanes, (partitions) => {
      const merged = mergeOrder(partitions);
      expect(merged).toHaveLength(partitions.flat().length);
      partitions.forEach((lane, partition) => {
        expect(merged.filter((r) => r.position.partition === partition)).toEqual(lane);
      });
    }),
  );
});

test("of two heads with one timestamp the lower partition comes first", () => {
  const merged = mergeOrder([[record(1, 0, 5)], [record(0, 0, 5), record(0, 1, 2)]]);
  expect(merged.map((r) => `${r.position.partition}@${r.position.offset}`)).toEqual(["0@0", "0@1", "1@0"]);
});
