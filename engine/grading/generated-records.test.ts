import * as fc from "fast-check";
import { expect, test } from "vitest";
import { newLog, recordsOf, weighted } from "./generated-records.ts";

const form = { key: "sunday", firstId: "tx-99", start: "2026-05-10T17:59:00Z" };

test("records get the next id and the next time", () => {
  expect(
    recordsOf({ ...form, minutes: 2 }, [
      { type: "Sold", data: 1 },
      { type: "Sold", data: 2 },
    ]),
  ).toEqual([
    {
      key: "sunday",
      event: { type: "Sold", data: 1, metadata: { id: "tx-99", occurredAt: "2026-05-10T17:59:00.000Z" } },
    },
    {
      key: "sunday",
      event: { type: "Sold", data: 2, metadata: { id: "tx-100", occurredAt: "2026-05-10T18:01:00.000Z" } },
    },
  ]);
});

test("a record may happen at another time, and its id is known at once", () => {
  const { records, write } = newLog(form);
  expect(write("Sold", 1, Date.UTC(2026, 0, 1))).toBe("tx-99");
  expect(records[0]?.event.metadata?.occurredAt).toBe("2026-01-01T00:00:00.000Z");
});

test("the names of a group come as often as its weight says", () => {
  const kinds = fc.sample(weighted(fc, [9, "often", "likely"], [1, "rarely"]), { numRuns: 1_000, seed: 1 });
  const rare = kinds.filter((kind) => kind === "rarely").length;
  expect(new Set(kinds)).toEqual(new Set(["often", "likely", "rarely"]));
  expect(rare).toBeGreaterThan(50);
  expect(rare).toBeLessThan(200);
});
