import type { RecordsBatch } from "@platformatic/kafka";
import { expect, test } from "vitest";
import { readBatches, safeNumber } from "./decode-batches.ts";

const transactional = 0b10000;
const control = 0b110000;

function batch(first: number, values: string[], more: Partial<RecordsBatch> = {}): RecordsBatch {
  return {
    firstOffset: BigInt(first),
    lastOffsetDelta: values.length - 1,
    attributes: 0,
    firstTimestamp: 1_000n,
    maxTimestamp: 2_000n,
    producerId: -1n,
    records: values.map((value, i) => ({
      length: 0,
      attributes: 0,
      timestampDelta: BigInt(i),
      offsetDelta: i,
      key: Buffer.from("k"),
      value: Buffer.from(value),
      headers: [],
    })),
    ...more,
  } as RecordsBatch;
}

function marker(offset: number, producerId: bigint, kind: "abort" | "commit"): RecordsBatch {
  const key = Buffer.from([0, 0, 0, kind === "abort" ? 0 : 1]);
  const made = batch(offset, ["marker"], { attributes: control, producerId });
  return { ...made, records: made.records.map((record) => ({ ...record, key })) };
}

function read(batches: RecordsBatch[], from = 0, to = 1_000, aborted: [bigint, number][] = []) {
  const transactions = aborted.map(([producerId, first]) => ({
    producerId,
    firstOffset: BigInt(first),
  }));
  const name = { topic: "t", partition: 2 };
  const { records: found, next } = readBatches(name, { batches, aborted: transactions }, from, to);
  return { values: found.map(({ value }) => value), next, found };
}

test("a batch that is longer than the slice is trimmed on both sides", () => {
  const { values, found } = read([batch(10, ["a", "b", "c", "d"])], 11, 13);
  expect(values).toEqual(["b", "c"]);
  expect(found[0]).toMatchObject({
    position: { topic: "t", partition: 2, offset: 11 },
    timestamp: 1_001,
    key: "k",
  });
});

test("offsets that compaction or a marker left out are passed over", () => {
  const gap = batch(5, ["a", "b"], { lastOffsetDelta: 7 });
  expect(read([gap], 5)).toMatchObject({ values: ["a", "b"], next: 13 });
});

test("control batches are not records", () => {
  const answer = [
    batch(0, ["a"], { attributes: transactional, producerId: 7n }),
    marker(1, 7n, "commit"),
    batch(2, ["b"]),
  ];
  expect(read(answer)).toMatchObject({ values: ["a", "b"], next: 3 });
});

test("every aborted transaction of a producer is dropped, and what it commits between and after stays", () => {
  const of7 = { attributes: transactional, producerId: 7n };
  const answer = [
    batch(0, ["aborted"], of7),
    marker(1, 7n, "abort"),
    batch(2, ["kept"], of7),
    marker(3, 7n, "commit"),
    batch(4, ["aborted too"], of7),
    batch(5, ["of another"], { attributes: transactional, producerId: 8n }),
    marker(6, 7n, "abort"),
    batch(7, ["kept too"], of7),
  ];
  const aborted: [bigint, number][] = [
    [7n, 4],
    [7n, 0],
  ];
  expect(read(answer, 0, 1_000, aborted).values).toEqual(["kept", "of another", "kept too"]);
});

test("an aborted transaction whose marker is not in the answer yet is dropped to the end", () => {
  const answer = [batch(0, ["aborted", "aborted"], { attributes: transactional, producerId: 7n })];
  expect(read(answer, 0, 1_000, [[7n, 0]])).toMatchObject({ values: [], next: 2 });
});

test("a tombstone has no value, and a record without key has no key", () => {
  const made = batch(0, ["x"]);
  const bare = { ...made, records: made.records.map((record) => ({ ...record, key: null, value: null })) };
  expect(read([bare]).found[0]).toMatchObject({ key: null, value: null });
});

test("the broker's append time counts where the topic is set so", () => {
  expect(read([batch(0, ["a"], { attributes: 0b1000 })]).found[0]?.timestamp).toBe(2_000);
});

test("an offset past 2^53 - 1 is refused", () => {
  expect(safeNumber(2n ** 53n - 1n)).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => safeNumber(2n ** 53n)).toThrow(/2\^53/);
});
