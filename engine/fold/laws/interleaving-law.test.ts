import fc from "fast-check";
import { expect, test } from "vitest";
import type { RawRecord } from "../event.ts";
import { mergeOrder } from "../merge-order.ts";
import { foldOnce } from "./folding-interface.ts";
import { interleavingLaw } from "./interleaving-law.ts";
import { foldingOf } from "./testing/in-memory-fold.ts";
import {
  foldByKey,
  logOf,
  machineReducer,
  machines,
  partitions,
  pureReducers,
} from "./testing/sample-logs.ts";

test("a fold by key takes every merge of partitions that hold their keys alone", async () => {
  await fc.assert(
    fc.asyncProperty(pureReducers, partitions(4), async (reducer, parts) => {
      expect(
        await interleavingLaw(
          foldingOf(() => foldByKey(reducer)),
          parts,
        ),
      ).toBeNull();
    }),
    { numRuns: 30 },
  );
});

/** Every merge, written down on its own. */
function allMerges(parts: RawRecord[][]): RawRecord[][] {
  if (parts.every((part) => part.length === 0)) return [[]];
  return parts.flatMap(([first, ...rest], i) =>
    first ? allMerges(parts.with(i, rest)).map((merge) => [first, ...merge]) : [],
  );
}

test("where any merge ends in another state, one swap of neighbours is found that makes the difference", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(machines, partitions(3), async (machine, parts) => {
      const folding = foldingOf(() => machineReducer(machine));
      const endOf = async (records: RawRecord[]) => (await foldOnce(folding, { records })).states.at(-1);
      const expected = await endOf(mergeOrder(parts));
      const ends = await Promise.all(allMerges(parts).map(endOf));
      const broken = await interleavingLaw(folding, parts, { most: 2_000 });
      if (ends.every((end) => JSON.stringify(end) === JSON.stringify(expected))) {
        expect(broken).toBeNull();
        return;
      }
      found++;
      const { order, index, position, actual } = broken as NonNullable<typeof broken>;
      const [one, other] = order.slice(index, index + 2) as [RawRecord, RawRecord];
      expect(position).toEqual(one.position);
      expect(await endOf(order)).toEqual(actual);
      const swapped = order.with(index, other).with(index + 1, one);
      expect(await endOf(swapped)).toEqual(expected);
      expect(broken?.expected).toEqual(expected);
      expect(actual).not.toEqual(expected);
      // Both are merges: each partition is whole and in its order.
      for (const merge of [order, swapped]) {
        for (const [partition, records] of parts.entries()) {
          expect(merge.filter((record) => record.position.partition === partition)).toEqual(records);
        }
      }
    }),
    { numRuns: 100 },
  );
  // About one in six does; none at all would mean that nothing was tried.
  expect(found).toBeGreaterThan(0);
});

/** The partition of the last record. */
const lastOne = foldingOf(() => ({
  initialState: () => ({ last: -1 }),
  evolve: (_, { metadata }) => ({ last: metadata.position.partition }),
}));

test("where there are too many merges a sample finds what many of them show", async () => {
  const parts = [0, 1, 2].map((partition) => logOf(new Array(30).fill("A"), partition));
  const broken = await interleavingLaw(lastOne, parts, { most: 40, seed: 3 });
  expect(broken).toMatchObject({ path: ["last"] });
  expect(await interleavingLaw(lastOne, parts, { most: 40, seed: 3 })).toEqual(broken);
  const commutative = foldingOf(() => ({ initialState: () => 0, evolve: (n: number) => n + 1 }));
  expect(await interleavingLaw(commutative, parts, { most: 40 })).toBeNull();
});

test("a merge at which the code stops has no end state", async () => {
  const strict = foldingOf(() => ({
    initialState: () => 0,
    evolve(n: number, { type }) {
      if (type === "B" && n === 0) throw new Error("B came first");
      return n + 1;
    },
  }));
  const broken = await interleavingLaw(strict, [logOf(["A"], 0), logOf(["B"], 1)]);
  expect(broken).toMatchObject({
    index: 0,
    position: { partition: 1 },
    path: [],
    expected: 2,
    actual: undefined,
  });
});
