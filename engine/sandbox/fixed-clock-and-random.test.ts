import { afterEach, expect, test } from "vitest";
import type { RawRecord } from "../fold/event.ts";
import { collectTrace } from "../fold/states-of-trace.ts";
import type { Entry, Trace, TraceMessage } from "../fold/trace.ts";
import { loadNodeEngine } from "./node-engine.ts";
import type { RunRequest } from "./run-request.ts";

const engine = await loadNodeEngine();
const { TZ, LANG } = process.env;
afterEach(() => {
  Object.assign(process.env, { TZ: TZ ?? "UTC", LANG: LANG ?? "C" });
});

const records = Array.from({ length: 4 }, (_, offset): RawRecord => {
  const value = JSON.stringify({ type: "Counted", data: { n: offset } });
  return { position: { topic: "given", partition: 0, offset }, timestamp: 0, key: "k", headers: {}, value };
});

async function run(source: string, rest: Partial<RunRequest> = {}): Promise<Trace> {
  const messages: TraceMessage[] = [];
  const slice = { topic: "given", partitions: [{ partition: 0, from: 0, to: records.length }] };
  const entry: Entry = { kind: "reducer" };
  await engine.run({ runId: "r", source, entry, scope: "all", records, slice, seed: 0, ...rest }, (message) =>
    messages.push(message),
  );
  return collectTrace(messages);
}

/** What an expression is inside a run. */
async function evaluate(expression: string, seed = 0): Promise<unknown> {
  const entry: Entry = { kind: "call", name: "told" };
  const trace = await run(`export const told = () => (${expression});`, { entry, seed, twice: false });
  expect(trace.end.message).toBe("");
  return trace.steps[0]?.result;
}

test("the seed of a run is in its trace", async () => {
  const { start } = await run("export const initialState = () => 0; export const evolve = (s) => s;", {
    seed: 7,
  });
  expect(start.seed).toBe(7);
});

test.each([
  "Date.now()",
  "new Date().getTime()",
  "Date()",
  "Math.random()",
  "[1, 2, 3].map(() => Math.random())",
])("%s follows from the seed: the same in two runs, another under another seed", async (expression) => {
  expect(await evaluate(expression, 3)).toEqual(await evaluate(expression, 3));
  for (const other of [4, 259, 1_000_000_003]) {
    expect(await evaluate(expression, other), String(other)).not.toEqual(await evaluate(expression, 3));
  }
});

test("the clock begins where 2026 does, and stands still while code runs", async () => {
  expect(await evaluate("new Date().toISOString()")).toBe("2026-01-01T00:00:00.000Z");
  const waits =
    "(() => { const from = Date.now(); for (let i = 0; i < 1e5; i++); return Date.now() - from; })()";
  expect(await evaluate(waits)).toBe(0);
});

const fixed: [expression: string, value: unknown][] = [
  ["typeof Intl", "undefined"],
  ["typeof performance", "undefined"],
  ["typeof setTimeout", "undefined"],
  ["new Date(2026, 6, 1).getTimezoneOffset()", 0],
  ["new Date(2026, 6, 1, 12).toISOString()", "2026-07-01T12:00:00.000Z"],
  ["String(new Date(0))", "Thu Jan 01 1970 00:00:00 GMT+0000"],
  ["new Date(86_400_000).toLocaleDateString()", "01/02/1970"],
  ["new Date(0).toLocaleString('de-DE', { timeZone: 'Asia/Tokyo' })", "01/01/1970, 12:00:00 AM"],
  ["(1234567.891).toLocaleString('de-DE')", "1234567.891"],
  ["['z', 'ä', 'a', 'Z'].sort((a, b) => a.localeCompare(b))", ["Z", "a", "z", "ä"]],
  ["'I'.toLocaleLowerCase('tr')", "i"],
];

test.each(fixed)(
  "%s is the same under every seed, time zone and language of the machine",
  async (expression, value) => {
    expect(await evaluate(expression, 1)).toEqual(value);
    Object.assign(process.env, { TZ: "America/New_York", LANG: "tr_TR.UTF-8" });
    expect(await evaluate(expression, 123_456_789)).toEqual(value);
  },
);

test("sorting leaves what is equal in its order", async () => {
  const sorted =
    "Array.from({ length: 1000 }, (_, i) => [i % 3, i]).sort(([a], [b]) => a - b).map(([, i]) => i)";
  const numbers = Array.from({ length: 1000 }, (_, i) => i);
  const expected = [0, 1, 2].flatMap((rest) => numbers.filter((i) => i % 3 === rest));
  expect(await evaluate(sorted)).toEqual(expected);
});

const dated = (state: string) =>
  `export const initialState = () => null; export const evolve = (state, event) => ${state};`;

test.each([
  "Date.now()",
  "new Date().getFullYear()",
  "new Date().getMonth()",
  "new Date().getDay()",
  "new Date().getDate()",
  "new Date().getHours()",
  "Math.random() < 0.5",
])("a fold that depends on %s is found out, whatever the seed", async (state) => {
  for (const seed of [0, 113, 777_777_777, 1_234_531_357, 0x7fffffff]) {
    const { end } = await run(dated(state), { seed });
    expect(end.verdict, `seed ${seed}`).toBe("nondeterministic");
  }
});

test("folding twice prints every console line once", async () => {
  const source = `console.log("loaded");
export const initialState = () => { console.log("begun"); return 0; };
export const evolve = (state, event) => { console.log("at", event.data.n); return state + 1; };`;
  const lines = [["loaded", "begun", "at 0"], ["at 1"], ["at 2"], ["at 3"]];
  for (const twice of [true, false]) {
    const { steps, end } = await run(source, { twice });
    expect(end.verdict).toBe("ok");
    expect(steps.map(({ console }) => console)).toEqual(lines);
  }
});

test("looking for what was changed in place prints no console line again", async () => {
  const source = `export const initialState = () => ({ n: 0 });
export const evolve = (state, event) => {
  console.log("at", event.data.n);
  if (event.data.n === 2) state.n++;
  return { n: state.n + 1 };
};`;
  const { steps, end } = await run(source);
  expect(end.at?.mutated).toBe("n");
  expect(steps.map(({ console }) => console)).toEqual([["at 0"], ["at 1"]]);
});
