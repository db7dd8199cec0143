import { expect, test } from "vitest";
import { partAt } from "../../json-patch.ts";
import { foldOnce } from "../folding-interface.ts";
import { foldingOf } from "./in-memory-fold.ts";
import { logOf } from "./sample-logs.ts";

const summing = foldingOf(() => ({
  initialState: () => ({ sum: 0 }),
  evolve: ({ sum }: { sum: number }, { data }) => ({ sum: sum + (data as { n: number }).n }),
}));

test("there is a state before the first record and one after each, those included that are no events", async () => {
  const { states, stopped } = await foldOnce(summing, { records: logOf(["A", null, "A"]) });
  expect(states).toEqual([{ sum: 0 }, { sum: 1 }, { sum: 1 }, { sum: 4 }]);
  expect(stopped).toBeNull();
});

test("a fold goes on from a state and leaves it alone", async () => {
  const from = { sum: 10 };
  const { states } = await foldOnce(summing, { records: logOf(["A"]), from });
  expect(states).toEqual([{ sum: 10 }, { sum: 11 }]);
  const changing = foldingOf(() => ({
    initialState: () => ({ sum: 0 }),
    evolve: (state: { sum: number }) => Object.assign(state, { sum: 1 }),
  }));
  const { stopped } = await foldOnce(changing, { records: logOf(["A"]), from });
  expect(stopped?.changed).toEqual({ of: "state", path: ["sum"], after: { sum: 1 } });
  expect(from).toEqual({ sum: 10 });
});

test("every fold has a fresh reducer", async () => {
  const counting = foldingOf(() => {
    let count = 0;
    return { initialState: () => 0, evolve: () => ++count };
  });
  const request = { records: logOf(["A", "A"]) };
  const [one, other] = await counting([request, request]);
  expect(one).toEqual({ states: [0, 1, 2], stopped: null });
  expect(other).toEqual(one);
});

test("the states before a throw are kept, and no state at all is no state", async () => {
  const late = foldingOf(() => ({
    initialState: () => 0,
    evolve(n: number) {
      if (n === 1) throw new Error("enough");
      return n + 1;
    },
  }));
  expect(await foldOnce(late, { records: logOf(["A", "A"]) })).toEqual({
    states: [0, 1],
    stopped: { message: "Error: enough" },
  });
  const none = foldingOf(() => ({ initialState: () => undefined as never, evolve: () => 0 }));
  expect(await foldOnce(none, { records: [] })).toMatchObject({ states: [], stopped: {} });
});

test("the part at a path is found in objects and lists, and nowhere else", () => {
  const value = { lines: [{ "a.b": 1 }] };
  expect(partAt(value, ["lines", "0", "a.b"])).toBe(1);
  expect(partAt(value, ["lines", "0", "toString"])).toBeUndefined();
  expect(partAt(value, [])).toBe(value);
});
