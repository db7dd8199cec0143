import * as fc from "fast-check";
import { expect, test } from "vitest";
import { alignLists } from "./align-lists.ts";

const keys = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 20 });
const places = (rows: (number | null)[]) => rows.filter((place) => place !== null);

test("law: every place of both lists has one row, in its order, and shared rows hold the same key", () => {
  fc.assert(
    fc.property(keys, keys, (one, other) => {
      const rows = alignLists(one, other);
      expect(places(rows.map((row) => row.one))).toEqual(one.map((_, place) => place));
      expect(places(rows.map((row) => row.other))).toEqual(other.map((_, place) => place));
      for (const row of rows) {
        expect(row.one === null && row.other === null).toBe(false);
        if (row.one !== null && row.other !== null) expect(one[row.one]).toBe(other[row.other]);
      }
    }),
  );
});

test("law: no other way shares more rows", () => {
  fc.assert(
    fc.property(keys, keys, (one, other) => {
      const table = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
      const at = (i: number, j: number) => table[i]?.[j] ?? 0;
      for (let i = one.length - 1; i >= 0; i--)
        for (let j = other.length - 1; j >= 0; j--)
          (table[i] as number[])[j] =
            one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      const shared = alignLists(one, other).filter((row) => row.one !== null && row.other !== null);
      expect(shared).toHaveLength(at(0, 0));
    }),
  );
});

test("law: a list beside itself is row for row", () => {
  fc.assert(
    fc.property(keys, (one) => {
      expect(alignLists(one, one)).toEqual(one.map((_, place) => ({ one: place, other: place })));
    }),
  );
});
