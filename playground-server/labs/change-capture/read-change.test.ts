import { expect, test } from "vitest";
import { readChange } from "./read-change.ts";

const read = (value: string | null, key: string | null = '{"id":1}') =>
  readChange("orders", {
    position: { topic: "t", partition: 0, offset: 7 },
    timestamp: 0,
    key,
    headers: {},
    value,
  });

test("a change of Debezium: values are text, a null stays one", () => {
  const value = { op: "u", before: null, after: { id: 1, euros: 30, note: null }, source: { lsn: 42 } };
  expect(read(JSON.stringify(value))).toEqual({
    table: "orders",
    offset: 7,
    key: "1",
    op: "u",
    before: null,
    after: { id: "1", euros: "30", note: null },
    lsn: 42,
  });
  expect(read(null)).toMatchObject({ op: "tombstone", key: "1", lsn: null });
});

test.each(["", "{", "[]", "null", "7", '{"op":"x"}', '{"op":["u"]}', '{"type":"CartOpened","data":{}}'])(
  "what a learner appended is no change: %s",
  (value) => {
    expect(read(value, value)).toMatchObject({ op: "other", before: null, after: null, lsn: null });
  },
);

test("a change that somebody wrote by hand is cut, and brings nothing but text", () => {
  const after = Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`column${n}`, "x".repeat(9_000)]));
  const change = read(JSON.stringify({ op: "c", after, source: { lsn: "many" } }), '{"id":{"a":1}}');
  expect(JSON.stringify(change).length).toBeLessThan(4_000);
  expect(change).toMatchObject({ op: "c", key: '{"a":1}', lsn: null });
});
