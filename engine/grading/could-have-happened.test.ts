import { expect, test } from "vitest";
import type { Case } from "./checks.ts";
import { hasEachRecordOnce, isInOrderOfTime } from "./could-have-happened.ts";

const at = (second: number, id?: string): Case["records"][number] => ({
  key: "k",
  event: {
    type: "Rang",
    data: null,
    metadata: { ...(id !== undefined && { id }), occurredAt: `2026-03-02T09:00:0${second}Z` },
  },
});
const untimed = { key: "k", event: { type: "Rang", data: null, metadata: { id: "b" } } };

test("an id that comes twice, or is missing, cannot have happened", () => {
  expect(hasEachRecordOnce({ records: [at(1, "a"), at(0, "b")] })).toBe(true);
  expect(hasEachRecordOnce({ records: [] })).toBe(true);
  expect(hasEachRecordOnce({ records: [at(0, "a"), at(1, "a")] })).toBe(false);
  expect(hasEachRecordOnce({ records: [at(0, "a"), at(1)] })).toBe(false);
});

test("a record that happened before the one it follows, or at no time, cannot have happened", () => {
  expect(isInOrderOfTime({ records: [at(1, "a"), at(1, "b"), at(2, "c")] })).toBe(true);
  expect(isInOrderOfTime({ records: [at(1, "a"), at(0, "b")] })).toBe(false);
  expect(isInOrderOfTime({ records: [at(0, "a"), at(1, "a")] })).toBe(false);
  expect(isInOrderOfTime({ records: [at(0, "a"), untimed] })).toBe(false);
});
