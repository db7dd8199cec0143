import fc from "fast-check";
import { expect, test } from "vitest";
import type { LogRecord } from "../../../../engine/fold/event.ts";
import type { Trace } from "../../../../engine/fold/trace.ts";
import { hasFailed, lagOf, placeOfRecord, stepOfProcessed } from "./consumer-position.ts";

/** Records that came in this order, each to a partition; offsets count from where the partition begins. */
function arrived(partitions: number[], begins = 0): LogRecord[] {
  const next = new Map<number, number>();
  return partitions.map((partition) => {
    const offset = next.get(partition) ?? begins;
    next.set(partition, offset + 1);
    const position = { topic: "mine.carts", partition, offset };
    return { position, timestamp: 0, key: null, headers: {}, tombstone: true };
  });
}

test("a consumer's lag is what lies between its place and the end of each partition", () => {
  const records = arrived([0, 1, 0, 0], 5);
  expect(lagOf(records, 2)).toEqual([
    { partition: 0, next: 6, end: 8, lag: 2 },
    { partition: 1, next: 6, end: 6, lag: 0 },
  ]);
  expect(placeOfRecord(records, { topic: "mine.carts", partition: 0, offset: 6 })).toBe(2);
  expect(placeOfRecord(records, { topic: "mine.carts", partition: 1, offset: 6 })).toBe(-1);
});

test("read and unread records are all records, and a consumer at the end has no lag", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3)), fc.nat(30), (partitions, some) => {
      const records = arrived(partitions);
      const processed = Math.min(some, records.length);
      const lanes = lagOf(records, processed);
      const sum = lanes.reduce((all, { lag }) => all + lag, 0);
      expect(sum).toBe(records.length - processed);
      for (const { next, end, lag } of lanes) expect(end - next).toBe(lag);
      expect(lagOf(records, records.length).every(({ lag }) => lag === 0)).toBe(true);
    }),
  );
});

test("the read model is the fold's state after the last record that was read", () => {
  const records = arrived([0, 1, 0]);
  const steps = [records[0], records[2]].map((record) => ({ position: record?.position ?? null }));
  const trace = { steps } as Trace;
  expect([0, 1, 2, 3].map((processed) => stepOfProcessed(trace, records, processed))).toEqual([-1, 0, 0, 1]);
});

test("a failure is met with the record that caused it, one of the code itself at once", () => {
  const records = arrived([0, 1, 0]);
  const threw = { end: { verdict: "threw", at: { position: records[1]?.position } } } as Trace;
  expect([0, 1, 2, 3].map((processed) => hasFailed(threw, records, processed))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(hasFailed({ end: { verdict: "syntax-error", at: null } } as unknown as Trace, records, 0)).toBe(
    true,
  );
  expect(hasFailed({ end: { verdict: "ok", at: null } } as unknown as Trace, records, 3)).toBe(false);
});
