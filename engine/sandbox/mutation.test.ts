import { expect, test } from "vitest";
import { reducerWith, runSource } from "./testing/run-source.ts";

test("a state that is changed in place is named by its path", async () => {
  const trace = await runSource(
    reducerWith("state.lines['t-shirt'] -= 1; return state;", "{ lines: { 't-shirt': 2 } }"),
  );
  expect(trace.end).toMatchObject({ verdict: "threw", steps: 0 });
  expect(trace.end.at?.mutated).toBe("lines.t-shirt");
  expect(trace.end.message).toContain("`lines.t-shirt`");
});

test("of several changes, the path is that of the change at the line where the code stopped", async () => {
  const put = await runSource(
    reducerWith("const { a } = state; a.e4 = a.e2; delete a.e2; return state;", "{ a: { e2: 'P' } }"),
  );
  expect(put.end.at?.mutated).toBe("a.e4");
  const removed = await runSource(
    reducerWith("const { a } = state; delete a.e2; a.e4 = 'P'; return state;", "{ a: { e2: 'P' } }"),
  );
  expect(removed.end.at?.mutated).toBe("a.e2");
});

test("a state frozen only at its top by the learner cannot be changed below either", async () => {
  const trace = await runSource(
    reducerWith("state.a.n += 1; return Object.freeze({ a: state.a });", "Object.freeze({ a: { n: 0 } })"),
  );
  expect(trace.end.at?.mutated).toBe("a.n");
});

test("what was changed is named with the keys to it, whether state or event, in the state of the trace", async () => {
  const events = await runSource(
    reducerWith("if (event.data.n === 2) event.data.n = 3; return { sum: state.sum };"),
  );
  expect(events.end.at).toMatchObject({ index: 1, changed: { of: "event", path: ["data", "n"] } });
  const caught = await runSource(
    reducerWith("try { event.data.n = 3 } catch {} if (event.data.n === 2) throw 1; return state;"),
  );
  expect(caught.end.at).toMatchObject({ index: 1, changed: { of: "event", path: ["data", "n"] } });
  const keyed = await runSource(reducerWith("state['a.b'].n += 1; return state;", "{ 'a.b': { n: 0 } }"), {
    scope: "by-key",
  });
  expect(keyed.end.at).toMatchObject({ mutated: "a.b.n", changed: { of: "state", path: ["k", "a.b", "n"] } });
  const views = `export const a = { initialView: () => 0, project(n, event) { event.data.n = n; return n; } };
export const b = { initialView: () => 0, project: (n) => n };`;
  const projected = await runSource(views, { entry: { kind: "projector" } });
  expect(projected.end.at).toMatchObject({ index: 0, changed: { of: "event", path: ["data", "n"] } });
  const honest = await runSource(reducerWith("if (event.data.n === 2) throw 1; return { ...state };"));
  expect(honest.end.at).not.toHaveProperty("changed");
});
