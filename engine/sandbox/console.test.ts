import { expect, test } from "vitest";
import { reducerWith, runSource } from "./testing/run-source.ts";

test("console lines stay with their step, up to the limit", async () => {
  const trace = await runSource(reducerWith('console.log("n", { n: event.data.n }); return state;'));
  expect(trace.steps.map((s) => s.console)).toEqual([["n { n: 1 }"], ["n { n: 2 }"], ["n { n: 3 }"]]);
  const flood = await runSource(reducerWith("for (let i = 0; i < 500; i++) console.log(i); return state;"));
  expect(flood.steps.flatMap((s) => s.console)).toHaveLength(201);
});

test("what was printed by the step that stopped is told with the place", async () => {
  const trace = await runSource(reducerWith('for (;;) console.log("x");'));
  expect(trace.end).toMatchObject({ verdict: "time-limit", steps: 0 });
  expect(trace.end.at?.console).toHaveLength(201);
  expect(trace.end.at?.console?.at(-1)).toMatch(/cut/);
});

test("what cannot be printed does not stop the fold", async () => {
  const trace = await runSource(
    reducerWith("console.log(new Proxy({}, { ownKeys() { throw new Error('mine') } })); return state;"),
  );
  expect(trace.end.verdict).toBe("ok");
  expect(trace.steps[0]?.console).toEqual(["Something here could not be printed."]);
});

test("work deferred with a promise never runs, and a message says so once", async () => {
  const trace = await runSource(
    reducerWith("Promise.resolve().then(() => console.log('late')); return state;"),
  );
  expect(trace.steps.map((s) => s.console)).toEqual([[expect.stringMatching(/promise/)], [], []]);
  expect(trace.end.verdict).toBe("ok");
});
