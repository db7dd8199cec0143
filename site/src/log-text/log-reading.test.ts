import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readRecord } from "../../../engine/fold/event.ts";
import { bad } from "../../../language/english/ndjson.ts";
import { maxProblems, readText } from "./log-reading.ts";

const event = { type: "ItemAdded", data: { sku: "pants", qty: 2 } };
const line = (value: unknown) => JSON.stringify(value);
const one = (text: string) => {
  const { records, problems } = readText(text, "pasted");
  expect(problems).toEqual([]);
  expect(records).toHaveLength(1);
  return records[0];
};

test("a bare event, a record of the course, and an answer of its server are the same record", () => {
  const metadata = { id: "e1", occurredAt: "2026-03-02T09:01:10Z" };
  const position = { topic: "carts", partition: 0, offset: 0 };
  const timestamp = Date.parse(metadata.occurredAt);
  const bare = one(line({ ...event, metadata: { ...metadata, key: "cart-1" } }));
  const course = one(line({ key: "cart-1", event: { ...event, metadata } }));
  expect(bare).toEqual(course);
  expect(course).toMatchObject({ key: "cart-1", timestamp, position: { topic: "pasted", offset: 0 } });
  const kept = { position, timestamp, key: "cart-1", headers: { a: "b" }, value: course?.value as string };
  const answered = readRecord(kept);
  expect(
    one(line({ key: "cart-1", event: { ...event, metadata }, position, timestamp, headers: { a: "b" } })),
  ).toEqual(kept);
  const again = readRecord(one(line(answered)) as typeof kept);
  expect(again).toEqual(answered);
});

test("what kcat, rpk and the console consumer print is read", () => {
  const payload = line(event);
  const place = { topic: "carts", partition: 1, offset: 7 };
  const kept = {
    position: place,
    timestamp: 1772442000000,
    key: "cart-1",
    headers: { a: "b" },
    value: payload,
  };
  expect(
    one(
      line({
        ...place,
        tstype: "create",
        ts: 1772442000000,
        broker: 0,
        headers: ["a", "b"],
        key: "cart-1",
        payload,
      }),
    ),
  ).toEqual(kept);
  expect(
    one(
      line({
        ...place,
        timestamp: 1772442000000,
        headers: [{ key: "a", value: "b" }],
        key: "cart-1",
        value: payload,
      }),
    ),
  ).toEqual(kept);
  expect(one(`CreateTime:1772442000000\tPartition:1\tOffset:7\ta:b\tcart-1\t${payload}`)).toEqual({
    ...kept,
    position: { ...place, topic: "pasted" },
  });
  expect(one(`cart-1\t${payload}`)).toMatchObject({ key: "cart-1", value: payload });
  expect(one(line({ key: "cart-1", payload: null }))).toMatchObject({ value: null });
});

test("a bad line is named with what to do, and the good ones are kept in their places", () => {
  const text = [
    line(event),
    "{no}",
    "",
    line({ type: "X", sku: 1 }),
    line(event),
    "7",
    `${line(event).slice(0, 20)}`,
  ];
  const { records, problems, bad: count, lines } = readText(text.join("\n"), "pasted");
  expect(records.map(({ position }) => position.offset)).toEqual([0, 1]);
  expect([count, lines]).toEqual([4, 7]);
  expect(problems[0]).toMatch(/^Line 2 is not JSON \(Expected property name or '}'\)\. Fix it/);
  expect(problems.slice(1)).toEqual([bad.noData(4, "X", '"sku"'), bad.plain(6, "a number"), bad.cut(7)]);
});

test.each([
  [[{ name: "x", total: 3 }], bad.noType(1, '"name", "total"')],
  [[{}], bad.noType(1, "nothing")],
  [[{ type: 7, data: 1 }], bad.type(1)],
  [[{ key: {}, event }], bad.key(1)],
  [[{ key: "k", event, position: { partition: 0, offset: -1 } }], bad.place(1)],
  [
    [
      { ...event, metadata: { position: { topic: "a", offset: 0 } } },
      { topic: "b", value: "{}" },
    ],
    bad.topic(2, "b", "a"),
  ],
  [
    [
      { event, position: { offset: 5 } },
      { event, position: { offset: 5 } },
    ],
    bad.offset(2, 5, 5, 0),
  ],
] as [unknown[], string][])("%j: what is wrong is said", (values, why) => {
  expect(readText(values.map(line).join("\n"), "pasted").problems).toEqual([why]);
});

test("a list in brackets is read as if each record had a line of its own", () => {
  const values = [event, 7, event];
  expect(readText(JSON.stringify(values, null, 2), "a")).toEqual({
    ...readText(values.map(line).join("\n"), "a"),
    read: expect.any(Function),
  });
});

test("every line is a record, or told, or empty; whatever stands there nothing is lost", () => {
  const anyLine = fc.oneof(
    fc.string(),
    fc.json(),
    fc.record({ type: fc.string(), data: fc.jsonValue(), metadata: fc.jsonValue() }).map(line),
    fc
      .record({ key: fc.jsonValue(), value: fc.jsonValue(), offset: fc.oneof(fc.nat(), fc.jsonValue()) })
      .map(line),
    fc.constant(""),
  );
  fc.assert(
    fc.property(fc.array(anyLine.map((text) => text.replaceAll(/[\r\n]/g, " "))), (lines) => {
      if (/^\s*\[/.test(lines.join("\n"))) return;
      const { records, problems, bad: count } = readText(lines.join("\n"), "pasted");
      const split = lines.join("\n").split("\n");
      const empty = split.filter((text) => text.replace(/^\uFEFF/, "").trim() === "").length;
      expect(records.length + count + empty).toBe(split.length);
      expect(problems).toHaveLength(Math.min(count, maxProblems));
      for (const problem of problems) expect(problem).toMatch(/^Line \d/);
      const places = records.map(({ position }) => `${position.partition}@${position.offset}`);
      expect(new Set(places).size).toBe(places.length);
    }),
  );
});
