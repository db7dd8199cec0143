import { expect, test } from "vitest";
import type { RawRecord } from "../fold/event.ts";
import { collectTrace, statesOf } from "../fold/states-of-trace.ts";
import type { Trace, TraceMessage } from "../fold/trace.ts";
import { loadNodeEngine } from "./node-engine.ts";

const engine = await loadNodeEngine();

const record = (offset: number, data: object, version = 1): RawRecord => ({
  position: { topic: "given", partition: 0, offset },
  timestamp: 1_000,
  key: "k",
  headers: {},
  value: JSON.stringify({ type: "PriceSet", data, metadata: { id: `e${offset}`, version } }),
});
const records = [record(0, { euros: 3 }), record(1, { cents: 250 }, 2)];

async function run(source: string): Promise<Trace> {
  const messages: TraceMessage[] = [];
  const slice = { topic: "given", partitions: [{ partition: 0, from: 0, to: 2 }] };
  await engine.run(
    { runId: "r", source, entry: { kind: "upcaster" }, scope: "all", records, slice, seed: 1 },
    (message) => messages.push(message),
  );
  return collectTrace(messages);
}

const upcast = `export function upcast(event) {
  if (event.metadata.version > 1) return event;
  return { ...event, data: { cents: 100 * event.data.euros }, metadata: { ...event.metadata, version: 2 } };
}`;
const evolve = `export const initialState = () => 0;
export const evolve = (sum, event) => sum + event.data.cents;`;

test("an upcaster alone folds nothing, and each step shows the event before and after", async () => {
  const trace = await run(upcast);
  expect(trace.end).toMatchObject({ verdict: "ok", steps: 2, state: null });
  expect(trace.steps[0]).toMatchObject({
    event: { data: { euros: 3 }, metadata: { version: 1 } },
    patch: [],
    result: { type: "PriceSet", data: { cents: 300 }, metadata: { id: "e0", version: 2 } },
  });
  expect(trace.steps[1]?.result).toEqual(trace.steps[1]?.event);
});

test("where evolve is exported it gets the event after", async () => {
  expect(statesOf(await run(`${upcast}\n${evolve}`))).toEqual([0, 300, 550]);
});

test("an upcaster cannot move an event to another place", async () => {
  const elsewhere = `export const upcast = (event) => ({ type: "PriceSet", data: {}, metadata: { id: "x", key: "other", position: null } });
export const initialState = () => null;
export const evolve = (_, { metadata: { id, key, position } }) => ({ id, key, offset: position.offset });`;
  expect((await run(elsewhere)).end.state).toEqual({ id: "e1", key: "k", offset: 1 });
});

test.each([
  ["export const upcast = (event) => ({ ...event, type: undefined });", "`type` is undefined"],
  ["export const upcast = ({ data }) => ({ data });", "must return an event"],
  ["export const upcast = () => 3;", "must return an event"],
  ["export const upcast = (event) => { event.data.cents = 1; return event; };", "changed"],
  ["export const upcast = () => {};", "return"],
])("what is no event, or changes the given one, stops the fold: %s", async (source, says) => {
  const { verdict, message, at } = (await run(source)).end;
  expect(verdict).not.toBe("ok");
  expect(message).toContain(says);
  expect(at?.index).toBe(0);
});

test("an event that was changed in place is told with its path, also where evolve comes after", async () => {
  const source = `export function upcast(event) { event.data.cents = 100 * event.data.euros; return event; }\n${evolve}`;
  expect((await run(source)).end.at?.changed).toEqual({ of: "event", path: ["data", "cents"] });
});

test("without upcast the learner is told what to export", async () => {
  expect((await run(evolve)).end).toMatchObject({ verdict: "compile-error" });
  expect((await run(`${upcast}\nexport const evolve = (n) => n;`)).end.message).toContain("`initialState`");
});
