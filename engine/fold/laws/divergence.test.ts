import fc from "fast-check";
import { expect, test } from "vitest";
import { isObject, type Json } from "../json.ts";
import { diff } from "../json-patch.ts";
import type { Step, Trace } from "../trace.ts";
import { findFirstDivergence } from "./divergence.ts";

/** A trace through these states; `results` are those of its steps. */
function traceOf(states: Json[], results: (Json | undefined)[] = []): Trace {
  const [initial, ...rest] = states as [Json, ...Json[]];
  const steps = rest.map(
    (state, index): Step => ({
      kind: "step",
      index,
      position: { topic: "given", partition: 0, offset: 2 * index },
      key: null,
      event: null,
      patch: diff(states[index] as Json, state),
      console: [],
      ...(results[index] !== undefined && { result: results[index] }),
    }),
  );
  return {
    start: {
      kind: "start",
      runId: "r",
      engine: "e",
      entry: { kind: "reducer" },
      scope: "all",
      seed: 1,
      slice: { topic: "given", partitions: [] },
      sourceHash: "",
      state: initial,
    },
    steps,
    keyframes: [],
    end: {
      kind: "end",
      verdict: "ok",
      message: "",
      at: null,
      state: states.at(-1) as Json,
      steps: steps.length,
      skipped: 0,
    },
  };
}

const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
const states = fc.array(json, { minLength: 1, maxLength: 10 });

test("a trace does not part from itself, whatever the order of its keys", () => {
  const turned = (value: Json): Json =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, part]) => [key, turned(part)]),
        )
      : Array.isArray(value)
        ? value.map(turned)
        : value;
  fc.assert(
    fc.property(states, (all) => {
      expect(findFirstDivergence(traceOf(all.map(turned)), traceOf(all))).toBeNull();
    }),
  );
});

test("from the place at which one state is another, they part there and nowhere before", () => {
  fc.assert(
    fc.property(states, fc.nat(), (all, any) => {
      const place = any % all.length;
      const other = all.map((state, i) => (i < place ? state : { other: state }));
      const found = findFirstDivergence(traceOf(other), traceOf(all));
      expect(found).toMatchObject({
        index: place - 1,
        before: all[Math.max(0, place - 1)],
        actual: { other: all[place] },
      });
      expect(found?.expected).toEqual(all[place]);
      expect(found?.position?.offset).toBe(place === 0 ? undefined : 2 * (place - 1));
    }),
  );
});

test("a trace that ends early parts at the step it lacks", () => {
  fc.assert(
    fc.property(states, fc.nat(), (all, any) => {
      const kept = 1 + (any % all.length);
      const found = findFirstDivergence(traceOf(all.slice(0, kept)), traceOf(all));
      if (kept === all.length) {
        expect(found).toBeNull();
        return;
      }
      expect(found).toMatchObject({ index: kept - 1, path: [], actual: undefined });
      expect(found?.expected).toEqual(all[kept]);
    }),
  );
});

test("results part traces whose states are the same", () => {
  const results = [undefined, [{ type: "A" }], { rejected: "no" }];
  const same = [0, 0, 0, 0];
  const expected = traceOf(same, results);
  expect(findFirstDivergence(traceOf(same, results), expected)).toBeNull();
  expect(findFirstDivergence(traceOf(same, results.with(2, { rejected: "never" })), expected)).toMatchObject({
    index: 2,
    path: null,
    results: { expected: { rejected: "no" }, actual: { rejected: "never" } },
  });
  const compareResult = (result: Json) => isObject(result) && Object.hasOwn(result, "rejected");
  expect(
    findFirstDivergence(traceOf(same, results.with(2, { rejected: "never" })), expected, { compareResult }),
  ).toBeNull();
});

test("only what counts is compared, and the path leads into it", () => {
  const [mine, theirs] = [
    [
      { lines: { hat: 1 }, memory: 1 },
      { lines: { hat: 1 }, memory: 2 },
      { lines: { hat: 3 }, memory: 3 },
    ],
    [{ lines: { hat: 1 } }, { lines: { hat: 1 } }, { lines: { hat: 2 } }],
  ].map((all) => traceOf(all as Json[])) as [Trace, Trace];
  const compare = (state: Json) => (state as { lines: Json }).lines;
  expect(findFirstDivergence(mine, theirs, { compare })).toMatchObject({
    index: 1,
    path: ["hat"],
    before: { hat: 1 },
    expected: { hat: 2 },
    actual: { hat: 3 },
  });
});
