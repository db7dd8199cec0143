import { expect, test } from "vitest";
import { statesOf } from "../fold/states-of-trace.ts";
import { recordOf, reducerWith, runSource } from "./testing/run-source.ts";

test("a reducer folds record by record and every step says what changed", async () => {
  const trace = await runSource(reducerWith("return { sum: state.sum + event.data.n };"));
  expect(trace.end).toMatchObject({
    verdict: "ok",
    message: "",
    at: null,
    state: { sum: 6 },
    steps: 3,
    skipped: 0,
  });
  expect(trace.steps[1]).toMatchObject({
    index: 1,
    key: "k",
    position: { topic: "given", partition: 0, offset: 1 },
    patch: [{ op: "replace", path: "/sum", value: 3 }],
  });
  expect(statesOf(trace)).toEqual([{ sum: 0 }, { sum: 1 }, { sum: 3 }, { sum: 6 }]);
});

test("by key every key has a state of its own", async () => {
  const records = [recordOf(0, { n: 1 }, "a"), recordOf(1, { n: 5 }, "b"), recordOf(2, { n: 2 }, "a")];
  const trace = await runSource(reducerWith("return { sum: state.sum + event.data.n };"), {
    scope: "by-key",
    records,
  });
  expect(trace.start.state).toEqual({});
  expect(trace.end.state).toEqual({ a: { sum: 3 }, b: { sum: 5 } });
  expect(trace.steps[2]?.patch).toEqual([{ op: "replace", path: "/a/sum", value: 3 }]);
});

test("a projector keeps several read models side by side", async () => {
  const source = `export const count = { initialView() { return 0 }, project(view, event) { return view + 1 } };
export const last = { initialView() { return null }, project(view, event) { return event.data.n } };`;
  const trace = await runSource(source, { entry: { kind: "projector" } });
  expect(trace.start.state).toEqual({ count: 0, last: null });
  expect(trace.end.state).toEqual({ count: 3, last: 3 });
});

test("a decider answers commands after the log, and its events are folded in", async () => {
  const source = `${reducerWith("return { sum: state.sum + event.data.n };")}
export function decide(command, state) {
  return state.sum > 6 ? { rejected: "enough" } : [{ type: "Added", data: { n: command.data.n } }];
}`;
  const commands = [1, 1].map((n) => ({ type: "Add", data: { n } }));
  const trace = await runSource(source, { entry: { kind: "decider" }, commands });
  expect(trace.steps.slice(3).map((s) => s.command?.type ?? s.event?.metadata.id)).toEqual([
    "Add",
    "command-0-0",
    "Add",
  ]);
  expect(trace.steps.at(-1)?.result).toEqual({ rejected: "enough" });
  expect(trace.end.state).toEqual({ sum: 7 });
});

test("a called function gets the events and its answer is the step's result", async () => {
  const trace = await runSource(
    "export const total = (events) => events.reduce((sum, e) => sum + e.data.n, 0);",
    {
      entry: { kind: "call", name: "total" },
    },
  );
  expect(trace.steps).toHaveLength(1);
  expect(trace.steps[0]?.result).toBe(6);
});

test("tombstones and values that are no events are skipped and counted", async () => {
  const odd = { ...recordOf(1, {}), value: null };
  const text = { ...recordOf(2, {}), value: "hello" };
  const trace = await runSource(reducerWith("return { sum: state.sum + 1 };"), {
    records: [recordOf(0, {}), odd, text],
  });
  expect(trace.end).toMatchObject({ state: { sum: 1 }, steps: 1, skipped: 2 });
});
