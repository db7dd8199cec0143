import fc from "fast-check";
import { expect, test } from "vitest";
import { foldingOf, type Reducer } from "./testing/in-memory-fold.ts";
import { logOf, logs, machineReducer, machines } from "./testing/sample-logs.ts";
import { unknownType, unknownTypesLaw, withUnknownEvents } from "./unknown-types-law.ts";

test("a fold that leaves the state for types it does not know keeps the law, on every log", async () => {
  await fc.assert(
    fc.asyncProperty(machines, logs, async (machine, log) => {
      const reducer = machineReducer(machine);
      const calm: Reducer<{ at: number }> = {
        ...reducer,
        evolve: (state, event) => ("ABC".includes(event.type) ? reducer.evolve(state, event) : state),
      };
      expect(
        await unknownTypesLaw(
          foldingOf(() => calm),
          log,
        ),
      ).toBeNull();
    }),
  );
});

test("a fold that counts every event breaks it at the first event of an unknown type", async () => {
  await fc.assert(
    fc.asyncProperty(logs, async (log) => {
      const counting = foldingOf(() => ({ initialState: () => 0, evolve: (n: number) => n + 1 }));
      const found = await unknownTypesLaw(counting, log);
      if (log.length === 0) {
        expect(found).toBeNull();
        return;
      }
      const counted = log[0]?.value === null ? 0 : 1;
      expect(found).toMatchObject({ index: 1, path: [], expected: counted, actual: counted + 1 });
      expect(found?.log[1]?.value).toContain(unknownType);
    }),
  );
});

test("code that throws at an unknown type has no state after it", async () => {
  const strict = foldingOf(() => ({
    initialState: () => 0,
    evolve(n: number, { type }) {
      if (type === unknownType) throw new Error("unknown");
      return n + 1;
    },
  }));
  expect(await unknownTypesLaw(strict, logOf(["A", "B"]))).toMatchObject({
    index: 1,
    position: { offset: 1 },
    expected: 1,
    actual: undefined,
  });
});

test("what a log does without unknown events is no part of the law", async () => {
  const throwsAtB = foldingOf(() => ({
    initialState: () => 0,
    evolve(n: number, { type }) {
      if (type === "B") throw new Error("B");
      return n;
    },
  }));
  expect(await unknownTypesLaw(throwsAtB, logOf(["A", "B", "A"]))).toBeNull();
});

test("an unknown event stands behind each record, about the same key, with offsets counted anew", () => {
  const log = withUnknownEvents([...logOf(["A"], 0), ...logOf(["B"], 1)]);
  expect(log.map(({ key, position }) => [key, position.offset])).toEqual([
    ["key-0", 0],
    ["key-0", 1],
    ["key-1", 2],
    ["key-1", 3],
  ]);
});
