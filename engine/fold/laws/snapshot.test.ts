import fc from "fast-check";
import { expect, test } from "vitest";
import { foldingOf, type Reducer } from "./in-memory.ts";
import { snapshotLaw } from "./snapshot.ts";
import { logOf, logs, pureReducers, types } from "./testing/logs.ts";

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

test("what is remembered outside the state is found at the first snapshot that lacks it, where it is missed", async () => {
  await fc.assert(
    fc.asyncProperty(types(14), async (given) => {
      const log = logOf(given);
      const broken = await snapshotLaw(foldingOf(forgetful), log);
      // From the definition: the first k, and then the first B that has an A before it in the log, but none since k.
      const first = given
        .flatMap((_, k) => given.map((type, at) => ({ taken: k, index: at, type })))
        .find(
          ({ taken, index, type }) =>
            type === "B" &&
            index >= taken &&
            given.slice(0, index).includes("A") &&
            !given.slice(taken, index).includes("A"),
        );
      if (!first) {
        expect(broken).toBeNull();
        return;
      }
      expect(broken).toMatchObject({
        taken: first.taken,
        index: first.index,
        position: log[first.index]?.position,
        path: ["counted"],
      });
    }),
    { numRuns: 300 },
  );
});

test("a state that its JSON does not hold cannot be gone on from", async () => {
  const kept = foldingOf(() => ({
    initialState: () => ({ seen: new Set() }) as never,
    evolve: ({ seen }: { seen: never }, event) =>
      ({ seen: new Set([...(seen as Set<string>), event.type]) }) as never,
  }));
  expect(await snapshotLaw(kept, logOf(["A", "B"]))).toEqual({
    taken: 0,
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
