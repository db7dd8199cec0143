import fc from "fast-check";
import { expect, test } from "vitest";
import type { RawRecord } from "../event.ts";
import { duplicateDeliveryLaw, type Redelivery, redeliver } from "./duplicate-delivery-law.ts";
import { foldingOf, type Reducer } from "./testing/in-memory-fold.ts";
import {
  logOf,
  logs,
  machineReducer,
  machines,
  oncePerId,
  pureReducers,
  types,
} from "./testing/sample-logs.ts";

test("what folds each id once takes every delivery twice", async () => {
  await fc.assert(
    fc.asyncProperty(pureReducers, logs, async (reducer, log) => {
      expect(
        await duplicateDeliveryLaw(
          foldingOf(() => oncePerId(reducer)),
          log,
        ),
      ).toBeNull();
    }),
    { numRuns: 30 },
  );
});

test("what knows the last offset takes every delivery twice", async () => {
  const mark = foldingOf(() => ({
    initialState: () => ({ next: 0, sum: 0 }),
    evolve(state: { next: number; sum: number }, { data, metadata }) {
      const { offset } = metadata.position;
      return offset < state.next ? state : { next: offset + 1, sum: state.sum + (data as { n: number }).n };
    },
  }));
  await fc.assert(
    fc.asyncProperty(logs, async (log) => {
      expect(await duplicateDeliveryLaw(mark, log)).toBeNull();
    }),
  );
});

test("where one type counts twice, the first record of it, at once, is the smallest", async () => {
  const counting = foldingOf(() => ({
    initialState: () => ({ n: 0 }),
    evolve: ({ n }: { n: number }, { type }) => ({ n: type === "A" ? n + 1 : n }),
  }));
  await fc.assert(
    fc.asyncProperty(types(12), async (given) => {
      const broken = await duplicateDeliveryLaw(counting, logOf(given));
      const index = given.indexOf("A");
      if (index < 0) {
        expect(broken).toBeNull();
        return;
      }
      expect(broken).toEqual({
        again: { from: index, to: index + 1, at: index + 1 },
        index,
        position: { topic: "given", partition: 0, offset: index },
        path: ["n"],
        expected: { n: 1 },
        actual: { n: 2 },
      });
    }),
  );
});

test("of any code that a duplicate moves, the smallest redelivery that does so is found, and where", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(machines, types(8), async (machine, given) => {
      const log = logOf(given);
      const statesOf = (records: RawRecord[]) => {
        let at = 0;
        return records.map(({ position }) => {
          const type = given[position.offset] as string | null;
          if (type !== null) at = machine(at, type);
          return at;
        });
      };
      const whole = statesOf(log);
      const redeliveries = log
        .flatMap((_, from) => log.flatMap((_, i) => log.map((_, k) => ({ from, to: i + 1, at: k + 1 }))))
        .filter(({ from, to, at }) => from < to && to <= at && (to === from + 1 || at === to))
        .toSorted(
          (a, b) => a.to - a.from - (b.to - b.from) || a.at - a.to - (b.at - b.to) || a.from - b.from,
        );
      // What comes again leaves the state as the last new record made it.
      const partingOf = (again: Redelivery) => {
        const deliveries = redeliver(log, again);
        let newest = -1;
        return deliveries.findIndex(({ position }, i) => {
          newest = Math.max(newest, position.offset);
          return statesOf(deliveries)[i] !== whole[newest];
        });
      };
      const again = redeliveries.find((one) => partingOf(one) >= 0);
      const broken = await duplicateDeliveryLaw(
        foldingOf(() => machineReducer(machine)),
        log,
      );
      expect(broken?.again).toEqual(again);
      if (again) {
        found++;
        const at = redeliver(log, again)[partingOf(again)];
        expect(broken).toMatchObject({ index: at?.position.offset, position: at?.position, path: ["at"] });
      }
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(50);
});

/** Knows the last `many` ids only. */
function shortMemory(many: number): Reducer<{ ids: string[]; n: number }> {
  return {
    initialState: () => ({ ids: [], n: 0 }),
    evolve: ({ ids, n }, { metadata: { id } }) =>
      ids.includes(id) ? { ids, n } : { ids: [...ids, id].slice(-many), n: n + 1 },
  };
}

test("a memory of so many ids breaks at the shortest delay that is longer", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.nat(10), async (many, length) => {
      const log = logOf(new Array(length).fill("A"));
      const compare = (state: unknown) => (state as { n: number }).n;
      const broken = await duplicateDeliveryLaw(
        foldingOf(() => shortMemory(many)),
        log,
        { compare },
      );
      if (length <= many) {
        expect(broken).toBeNull();
        return;
      }
      expect(broken?.again).toEqual({ from: 0, to: 1, at: many + 1 });
      expect(broken).toMatchObject({ index: 0, expected: many + 1, actual: many + 2 });
    }),
  );
});

test("what a duplicate did may show only later: the record that shows it is named", async () => {
  const telling = foldingOf(() => ({
    initialState: () => ({ n: 0, told: 0 }),
    evolve: ({ n, told }: { n: number; told: number }, { type }) =>
      type === "B" ? { n, told: n } : { n: n + 1, told },
  }));
  const compare = (state: unknown) => (state as { told: number }).told;
  expect(await duplicateDeliveryLaw(telling, logOf(["A", "A", "B"]), { compare })).toMatchObject({
    again: { from: 0, to: 1, at: 1 },
    index: 2,
    position: { offset: 2 },
    expected: 2,
    actual: 3,
  });
});

/** Takes any one record twice, but not two of them side by side: only a run that is read again shows it. */
const pairwise = foldingOf(() => ({
  initialState: () => ({ seen: [] as number[], again: 0, n: 0 }),
  evolve({ seen, again, n }: { seen: number[]; again: number; n: number }, { metadata }) {
    const { offset } = metadata.position;
    if (!seen.includes(offset)) return { seen: [...seen, offset], again: 0, n };
    return again === 1 ? { seen, again, n: n + 1 } : { seen, again: 1, n };
  },
}));

test("a run that is read again is tried where single records do no harm", async () => {
  const compare = (state: unknown) => (state as { n: number }).n;
  const broken = await duplicateDeliveryLaw(pairwise, logOf(["A", "B", "C", "A"]), { compare });
  expect(broken).toMatchObject({ again: { from: 0, to: 2, at: 2 }, index: 1, expected: 0, actual: 1 });
});

test("of a long log each record is delivered twice at once, and some later", async () => {
  const length = 60;
  const tried: number[][] = [];
  const folding = foldingOf(() => oncePerId({ initialState: () => 0, evolve: () => 0 }));
  await duplicateDeliveryLaw(
    (requests) => {
      tried.push(...requests.map(({ records }) => records.map(({ position }) => position.offset)));
      return folding(requests);
    },
    logOf(new Array(length).fill("A")),
    { most: 200 },
  );
  const [whole, ...again] = tried;
  expect(whole).toHaveLength(length);
  expect(again).toHaveLength(200);
  expect(new Set(again.map(String)).size).toBe(200);
  const atOnce = again.filter((offsets) => offsets.some((offset, i) => offset === offsets[i + 1]));
  expect(atOnce).toHaveLength(length);
});

test("a redelivery stands between the records before and after it, which come once", () => {
  const offsets = redeliver(logOf(["A", "A", "A", "A"]), { from: 1, to: 3, at: 3 }).map(
    ({ position }) => position.offset,
  );
  expect(offsets).toEqual([0, 1, 2, 1, 2, 3]);
});
