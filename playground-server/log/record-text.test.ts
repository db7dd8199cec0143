import { expect, test } from "vitest";
import { headerPairs, keyBytes, valueBytes } from "../../engine/fold/record-headers-and-sizes.ts";
import { recordText } from "./record-text.ts";

const bytes = (text: string) => Buffer.from(text);

test("a record whose text says all has nothing beside it", () => {
  const record = recordText({ key: bytes("k"), value: bytes("ü"), headers: [[bytes("a"), bytes("1")]] });
  expect(record).toEqual({ key: "k", value: "ü", headers: { a: "1" } });
  expect([headerPairs(record), keyBytes(record), valueBytes(record)]).toEqual([[["a", "1"]], 1, 2]);
});

test("repeated headers and headers without a value are kept in their order", () => {
  const headers: [string, string | null][] = [
    ["a", "1"],
    ["b", null],
    ["a", "2"],
    ["__proto__", "x"],
  ];
  const record = recordText({ key: null, value: null, headers });
  expect(headerPairs(record)).toEqual(headers);
  expect(Object.entries(record.headers)).toEqual([
    ["a", "2"],
    ["b", ""],
    ["__proto__", "x"],
  ]);
  expect([keyBytes(record), valueBytes(record)]).toEqual([-1, -1]);
});

test("bytes that are no text keep their length", () => {
  const record = recordText({ key: Buffer.from([0xff]), value: Buffer.from([0xfe, 0x41]), headers: [] });
  expect([record.key, record.value]).toEqual(["\ufffd", "\ufffdA"]);
  expect([keyBytes(record), valueBytes(record)]).toEqual([1, 2]);
});
