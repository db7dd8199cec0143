import fc from "fast-check";
import { expect, test } from "vitest";
import { determinismLaw } from "./determinism-law.ts";
import { foldingOf, type Reducer, type World } from "./testing/in-memory-fold.ts";
import { logOf, logs, pureReducers, types } from "./testing/sample-logs.ts";

test("a function of state and event gives the same under every clock and every seed", async () => {
  await fc.assert(
    fc.asyncProperty(pureReducers, logs, fc.nat(), fc.nat(), async (reducer, log, one, other) => {
      expect(
        await determinismLaw(
          foldingOf(() => reducer),
          log,
          { seeds: [one, other] },
        ),
      ).toBeNull();
    }),
  );
});

type Stamped = { seen: number; stamps: { "a.b": number } };
const stamping =
  (stampOf: (world: World) => number, asked: string[]) =>
  (world: World): Reducer<Stamped> => ({
    initialState: () => ({ seen: 0, stamps: { "a.b": 0 } }),
    evolve: ({ seen, stamps }, event) => ({
      seen: seen + 1,
      stamps: asked.includes(event.type) ? { "a.b": stampOf(world) } : stamps,
    }),
  });

test.each([
  ["the clock", (world: World) => world.now()],
  ["chance", (world: World) => world.random()],
])("the first record for which %s is asked is named, with the path to what it gave", async (_, stampOf) => {
  await fc.assert(
    fc.asyncProperty(types(12), fc.subarray(["A", "B", "C"]), async (given, asked) => {
      const broken = await determinismLaw(foldingOf(stamping(stampOf, asked)), logOf(given));
      const index = given.findIndex((type) => type !== null && asked.includes(type));
      if (index < 0) {
        expect(broken).toBeNull();
        return;
      }
      expect(broken).toMatchObject({ index, position: { offset: index }, path: ["stamps", "a.b"] });
      expect(broken?.expected).not.toEqual(broken?.actual);
    }),
  );
});

test("an initial state that asks the clock is found before the first record", async () => {
  const born = foldingOf((world) => ({ initialState: () => world.now(), evolve: (state) => state }));
  expect(await determinismLaw(born, logOf(["A"]))).toMatchObject({ index: -1, position: null, path: [] });
});

test("code that stops under one clock only is found where it stops", async () => {
  const moody = foldingOf((world) => ({
    initialState: () => 0,
    evolve(count: number, event) {
      if (event.type === "B" && world.now() > Date.UTC(2026, 0, 2)) throw new Error("too late");
      return count + 1;
    },
  }));
  expect(await determinismLaw(moody, logOf(["A", "B"]))).toMatchObject({
    index: 1,
    expected: 2,
    actual: undefined,
  });
});
