import { expect, test } from "vitest";
import type { RawRecord } from "../../../../engine/fold/event.ts";
import { limits } from "../../../../engine/sandbox/limits.ts";
import { emptyTrace } from "../state/grow-trace.ts";
import { cardsOf } from "../tape/tape-cards.ts";
import { copyLimits, recordsOfCards } from "./records-of-cards.ts";

const trace = emptyTrace({ start: { entry: { kind: "reducer" } } } as never);
const record = (offset: number, value: string | null): RawRecord => ({
  position: { topic: "course.sums", partition: 0, offset },
  timestamp: 0,
  key: "sum",
  headers: { from: "test" },
  value,
});
const taken = (records: RawRecord[]) => recordsOfCards(cardsOf(records, trace, null));

test("a tombstone, what is no event, and an event with all its metadata are taken as they are read", () => {
  const event = {
    type: "Added",
    data: { n: 1 },
    metadata: { id: "a", version: 2, occurredAt: "2026-03-02T09:00:00Z", causationId: "b" },
  };
  const records = [record(0, null), record(1, "no JSON"), record(2, JSON.stringify(event))];
  expect(taken(records)).toEqual({ records, of: 3 });
});

test("a long log is taken as far as a copy goes", () => {
  const many = Array.from({ length: 600 }, (_, offset) => record(offset, '{"type":"A","data":1}'));
  const { records, of } = taken(many);
  expect(of).toBe(600);
  expect(records.length).toBeLessThanOrEqual(copyLimits.records);
  // With the longest code that may be folded it still fits into a message.
  const request = {
    kind: "run",
    id: "1",
    exercise: "sums",
    source: "x".repeat(limits.sourceBytes),
    log: { records },
  };
  expect(JSON.stringify(request).length).toBeLessThan(128 * 1024);
  const large = record(0, JSON.stringify({ type: "A", data: "x".repeat(copyLimits.characters / 3) }));
  expect(taken([large, large, large, large]).records).toHaveLength(2);
});
