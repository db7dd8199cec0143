import fc from "fast-check";
import { expect, test } from "vitest";
import type { Event } from "../event.ts";
import { snapshotLaw } from "./snapshot-law.ts";
import { foldingOf, type Reducer } from "./testing/in-memory-fold.ts";
import { logOf, logs, machines, pureReducers, type StateMachine, types } from "./testing/sample-logs.ts";

test("a function of state and event goes on from every snapshot as if it had folded all", async () => {
  await fc.assert(
    fc.asyncProperty(pureReducers, logs, async (reducer, log) => {
      expect(
        await snapshotLaw(
          foldingOf(() => reducer),
          log,
        ),
      ).toBeNull();
    }),
  );
});

/** A machine that moves with another one, which it keeps outside its state. */
const driven = (seen: StateMachine, hidden: StateMachine, coupled: number) => (): Reducer<{ at: number }> => {
  let outside = 0;
  return {
    initialState: () => ({ at: 0 }),
    evolve({ at }, { type }) {
      outside = hidden(outside, type);
      return { at: outside === coupled ? (at + 1) % 3 : seen(at, type) };
    },
  };
};

test("what is remembered outside the state is found at the first snapshot that lacks it, where it is missed", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(machines, machines, fc.nat(2), types(14), async (seen, hidden, coupled, given) => {
      const log = logOf(given);
      const make = driven(seen, hidden, coupled);
      // From the definition: the states from place `k` on, of code that begins there with nothing outside its state.
      const statesFrom = (k: number, from: number): number[] => {
        const reducer = make();
        let state = { at: from };
        return given.slice(k).map((type) => {
          if (type !== null) state = reducer.evolve(state, { type } as Event);
          return state.at;
        });
      };
      const whole = statesFrom(0, 0);
      const partings = given.map((_, k) => {
        const again = statesFrom(k, k === 0 ? 0 : (whole[k - 1] as number));
        const place = again.findIndex((state, i) => state !== whole[k + i]);
        return { taken: k, index: place < 0 ? -1 : k + place, actual: again[place] };
      });
      const first = partings.find(({ index }) => index >= 0);
      const broken = await snapshotLaw(foldingOf(make), log);
      if (!first) expect(broken).toBeNull();
      else {
        found++;
        expect(broken).toEqual({
          taken: first.taken,
          kept: { at: first.taken === 0 ? 0 : whole[first.taken - 1] },
          index: first.index,
          position: log[first.index]?.position,
          path: ["at"],
          expected: { at: whole[first.index] },
          actual: { at: first.actual },
        });
      }
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(50);
});

/** Counts the Bs that come after an A, and keeps in a variable whether one has come. */
function forgetful(): Reducer<{ counted: number; others: number }> {
  let came = false;
  return {
    initialState: () => ({ counted: 0, others: 0 }),
    evolve(state, event) {
      if (event.type === "A") came = true;
      return event.type === "B" && came
        ? { ...state, counted: state.counted + 1 }
        : { ...state, others: state.others + 1 };
    },
  };
}

test("a state that its JSON does not hold cannot be gone on from", async () => {
  const kept = foldingOf(() => ({
    initialState: () => ({ seen: new Set() }) as never,
    evolve: ({ seen }: { seen: never }, event) =>
      ({ seen: new Set([...(seen as Set<string>), event.type]) }) as never,
  }));
  expect(await snapshotLaw(kept, logOf(["A", "B"]))).toEqual({
    taken: 0,
    kept: { seen: {} },
    index: 0,
    position: { topic: "given", partition: 0, offset: 0 },
    path: [],
    expected: { seen: {} },
    actual: undefined,
  });
});

test("what does not count in the comparison breaks nothing", async () => {
  const log = logOf(["A", "B"]);
  expect(await snapshotLaw(foldingOf(forgetful), log)).toMatchObject({ taken: 1, index: 1 });
  const compare = () => null;
  expect(await snapshotLaw(foldingOf(forgetful), log, { compare })).toBeNull();
});

test("the record at which the whole fold stops, and what follows, has no part in it", async () => {
  const stopping = foldingOf(() => {
    const { initialState, evolve } = forgetful();
    return {
      initialState,
      evolve(state, event) {
        if (event.type === "C") throw new Error("no");
        return evolve(state, event);
      },
    };
  });
  expect(await snapshotLaw(stopping, logOf(["A", "C", "B"]))).toBeNull();
  expect(await snapshotLaw(stopping, logOf(["A", "B", "C"]))).toMatchObject({ taken: 1, index: 1 });
});
