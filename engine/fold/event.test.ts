import { expect, test } from "vitest";
import { type RawRecord, readRecord } from "./event.ts";

const raw = (value: string | null): RawRecord => ({
  position: { topic: "course.carts", partition: 0, offset: 4 },
  timestamp: Date.parse("2026-03-02T09:06:40Z"),
  key: "cart-1",
  headers: {},
  value,
});

test("metadata that is missing is filled from the record", () => {
  expect(readRecord(raw('{"type":"ItemAdded","data":{"qty":1}}'))).toMatchObject({
    event: {
      type: "ItemAdded",
      data: { qty: 1 },
      metadata: { id: "course.carts-0@4", version: 1, occurredAt: "2026-03-02T09:06:40.000Z", key: "cart-1" },
    },
  });
});

test("metadata that is given is kept, and what is no text or number is not", () => {
  const value =
    '{"type":"A","data":null,"metadata":{"id":"e4","version":2,"occurredAt":7,"causationId":"c"}}';
  expect(readRecord(raw(value))).toMatchObject({
    event: { metadata: { id: "e4", version: 2, occurredAt: "2026-03-02T09:06:40.000Z", causationId: "c" } },
  });
});

test.each([
  ["hello", "The value is not JSON."],
  ["[1]", "The value is not a JSON object."],
  ['{"data":1}', 'The value has no "type".'],
  ['{"type":"A"}', 'The value has no "data".'],
])("the value %s is not an event and says why", (value, reason) => {
  expect(readRecord(raw(value))).toMatchObject({ notAnEvent: reason, value });
});

test("numbers are read as JavaScript writes them, so that every lane folds the same event", () => {
  const value = '{"type":"A","data":[-0, -0.0, 1e400, -1e-400, 1E2, "-0", -0.5]}';
  const record = readRecord(raw(value));
  expect("event" in record && record.event.data).toStrictEqual([0, 0, null, 0, 100, "-0", -0.5]);
});

test("an event whose time no date can name is not an event", () => {
  const text = '{"type":"A","data":1}';
  expect(readRecord({ ...raw(text), timestamp: 8_640_000_000_000_000 })).toHaveProperty("event");
  expect(readRecord({ ...raw(text), timestamp: 8_640_000_000_000_001 })).toMatchObject({ value: text });
});

test("a record without a value is a tombstone", () => {
  expect(readRecord(raw(null))).toMatchObject({ tombstone: true });
});
