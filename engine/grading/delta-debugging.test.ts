import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutAnyPart } from "./delta-debugging.ts";

/** A rule that fails some lists, as good as at random, and the whole one. */
const rules = (length: number) =>
  fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat()).map(([oneIn, salt]) => {
    const whole = Array.from({ length }, (_, i) => i);
    const hash = (list: number[]) => list.reduce((sum, n) => (Math.imul(sum, 31) + n + salt) % 1_000_003, 7);
    const fails = (list: number[]) => list.length === length || hash(list) % oneIn === 0;
    return { whole, fails };
  });
const first = (fails: (list: number[]) => boolean) => async (candidates: number[][]) =>
  candidates.findIndex(fails);

test("of any list it fails, keeps its order, and no single part can be left out", async () => {
  const any = fc.integer({ min: 1, max: 60 }).chain((length) => rules(length));
  await fc.assert(
    fc.asyncProperty(any, async ({ whole, fails }) => {
      const smallest = await withoutAnyPart(whole, first(fails));
      expect(fails(smallest)).toBe(true);
      expect(smallest).toEqual(smallest.toSorted((a, b) => a - b));
      for (const at of smallest.keys()) expect(fails(smallest.toSpliced(at, 1))).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test("of a list in which some parts must stand together, exactly these are left", async () => {
  const needing = fc
    .uniqueArray(fc.nat(99), { minLength: 1, maxLength: 40 })
    .chain((whole) => fc.record({ whole: fc.constant(whole), needed: fc.subarray(whole) }));
  await fc.assert(
    fc.asyncProperty(needing, async ({ whole, needed }) => {
      const fails = (list: number[]) => needed.every((n) => list.includes(n));
      expect(await withoutAnyPart(whole, first(fails))).toEqual(needed);
    }),
  );
});

test("a list of which nothing can be left out stays as it is", async () => {
  expect(await withoutAnyPart([1, 2, 3], async () => -1)).toEqual([1, 2, 3]);
});
