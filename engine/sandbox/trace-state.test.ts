import { expect, test } from "vitest";
import { applyPatch } from "../fold/json-patch.ts";
import { TraceState } from "./trace-state.ts";

const part = (path: string[], value: unknown) => [{ path, json: JSON.stringify(value) }];

test("a state that was given away stays as it was while the fold goes on", () => {
  const state = new TraceState();
  state.advance(part([], { view: {} }));
  state.advance(part(["view", "a"], { n: 1 }));
  const then = state.snapshot();
  state.advance(part(["view", "a"], { n: 2 }));
  state.advance(part(["view", "b"], { n: 3 }));
  expect(then).toEqual({ view: { a: { n: 1 } } });
  expect(state.snapshot()).toEqual({ view: { a: { n: 2 }, b: { n: 3 } } });
});

test("each patch leads from the state before to the state after, whatever the keys are called", () => {
  const state = new TraceState();
  state.advance(part([], {}));
  let shown = state.snapshot();
  for (const [n, key] of ["10", "a", "__proto__", "9", "a", "__proto__"].entries()) {
    shown = applyPatch(shown, state.advance(part([key], { n })));
    // Patched states are kept by readers while the fold goes on.
    expect(JSON.stringify(shown)).toBe(JSON.stringify(state.snapshot()));
  }
  expect(Object.keys(shown as object)).toEqual(["9", "10", "a", "__proto__"]);
});
