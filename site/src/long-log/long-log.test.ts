import fc from "fast-check";
import { expect, test } from "vitest";
import type { RawRecord } from "../../../engine/fold/event.ts";
import { readRecord } from "../../../engine/fold/event.ts";
import { mergeOrder } from "../../../engine/fold/merge-order.ts";
import { openLongLog } from "./long-log-data.ts";

const record = (offset: number, partition = 0): RawRecord => ({
  position: { topic: "course.carts", partition, offset },
  timestamp: 1_000 * offset + partition,
  key: `cart-${partition}`,
  headers: {},
  value: JSON.stringify({
    type: "ItemAdded",
    data: { sku: `größer ${offset}` },
    metadata: { id: `e${partition}-${offset}`, occurredAt: new Date(1_000 * offset).toISOString() },
  }),
});

const rounds = fc.record({
  first: fc.integer({ min: 0, max: 9 }),
  lengths: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
  times: fc.integer({ min: 1, max: 40 }),
});

function short({ first, lengths }: { first: number; lengths: number[] }): RawRecord[] {
  return mergeOrder(
    lengths.map((length, partition) => Array.from({ length }, (_, i) => record(first + i, partition))),
  );
}

test("a repeated log is one log: offsets and times go on, ids are its own, and the place of a record is where it is read", async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (given) => {
      const records = short(given);
      const slice = { topic: "course.carts", partitions: [] };
      const log = await openLongLog({ kind: "repeated", slice, records, times: given.times });
      expect(log.count).toBe(records.length * given.times);
      const all = await log.read(0, log.count);
      expect(all.slice(0, records.length)).toEqual(records);
      expect(all.map(({ position }) => log.placeOf(position))).toEqual(all.map((_, place) => place));
      const ids = all.map(readRecord).map((read) => "event" in read && read.event.metadata.id);
      expect(new Set(ids).size).toBe(all.length);
      expect(all.map(({ timestamp }) => timestamp)).toEqual(
        all.map(({ timestamp }) => timestamp).toSorted((a, b) => a - b),
      );
      for (const { partition, from, to } of log.slice.partitions) {
        const offsets = all.flatMap(({ position }) =>
          position.partition === partition ? [position.offset] : [],
        );
        expect(offsets).toEqual(Array.from({ length: to - from }, (_, i) => from + i));
      }
    }),
    { numRuns: 50 },
  );
});

test("each round's events name those of their own round, and with keys of its own each round is another log", async () => {
  const value = (id: string, data: object) => JSON.stringify({ type: "T", data, metadata: { id } });
  const records = [
    { ...record(0), key: "cart-1", value: value("e1", { square: "e4", note: 'say "hi"' }) },
    { ...record(1), key: "cart-1", value: value("e2", { reverts: "e1", all: ["e1", "x"] }) },
  ];
  const slice = { topic: "course.carts", partitions: [] };
  const log = await openLongLog({ kind: "repeated", slice, records, times: 3, ownKeys: true });
  const read = (await log.read(0, 6)).map(({ key, value }) => [key, JSON.parse(value as string)]);
  expect(read[0]).toEqual(["cart-1", JSON.parse(records[0]?.value as string)]);
  expect(read[4]).toEqual([
    "cart-1-3",
    { type: "T", data: { square: "e4", note: 'say "hi"' }, metadata: { id: "e1-2" } },
  ]);
  expect(read[5]).toEqual([
    "cart-1-3",
    { type: "T", data: { reverts: "e1-2", all: ["e1-2", "x"] }, metadata: { id: "e2-2" } },
  ]);
});

test("any part of a file of lines is what those lines say, with or without a line end at the end", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 900 }),
      fc.boolean(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (count, ended, a, b) => {
        const lines = Array.from({ length: count }, (_, i) =>
          i % 7 === 3
            ? "no record"
            : JSON.stringify({ key: `k${i % 3}`, event: { type: "Größer", data: { i } } }),
        );
        const file = new Blob([lines.join("\n") + (ended ? "\n" : "")]);
        const log = await openLongLog({ kind: "lines", topic: "pasted", file });
        expect(log.count).toBe(count);
        const [from, to] = [Math.floor(Math.min(a, b) * count), Math.ceil(Math.max(a, b) * count)];
        const read = await log.read(from, to);
        expect(read.map(({ position }) => position.offset)).toEqual(
          Array.from({ length: to - from }, (_, i) => from + i),
        );
        for (const { position, value, key } of read) {
          const i = position.offset;
          expect(value).toBe(i % 7 === 3 ? "no record" : JSON.stringify({ type: "Größer", data: { i } }));
          expect(key).toBe(i % 7 === 3 ? null : `k${i % 3}`);
          expect(log.placeOf(position)).toBe(i);
        }
      },
    ),
    { numRuns: 60 },
  );
});
