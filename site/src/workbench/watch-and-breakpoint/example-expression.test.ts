import { expect, test } from "vitest";
import type { Json } from "../../../../engine/fold/json.ts";
import type { Scope, TraceStart } from "../../../../engine/fold/trace.ts";
import { exampleExpressions } from "./example-expression.ts";

const examplesFor = (state: Json, scope: Scope = "all") =>
  exampleExpressions({ start: { state, scope } as TraceStart, steps: [], keyframes: [] });

test.each<[string, Json, string, string]>([
  ["a count in an object", { lines: { pants: 2 } }, "state.lines.pants", "state.lines.pants === 2"],
  ["a name that is no identifier", { "t-shirt": "M" }, 'state["t-shirt"]', 'state["t-shirt"] === "M"'],
  ["a list", { moves: [1, 2] }, "state.moves.length", "state.moves.length === 2"],
  ["a state that is a number", 7, "state", "state === 7"],
])("the examples name a value that the state has: %s", (_, state, watch, stop) => {
  expect(examplesFor(state)).toEqual({ watch, stop });
});

test("in a fold by key they are about the state of one key", () => {
  expect(examplesFor({ "cart-1": { total: 3 } }, "by-key").watch).toBe("state.total");
});

test("an empty object is compared with nothing", () => {
  expect(examplesFor({})).toEqual({ watch: "state", stop: "state !== null" });
});
