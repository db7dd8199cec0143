import { readFile } from "node:fs/promises";
import { QuickJS } from "quickjs-wasi";
import { describe, expect, test } from "vitest";
import { columnarBatchOf } from "../fold/columnar-batch.ts";
import type { RawRecord } from "../fold/event.ts";
import { boundWasmMemory } from "./bound-wasm-memory.ts";
import { FoldLane } from "./fold-lane.ts";
import { limits } from "./limits.ts";
import { loadModule, loadNodeEngine } from "./node-engine.ts";
import type { RunRequest } from "./run-request.ts";
import { engine, recordsOf, runSource } from "./testing/run-source.ts";

// Every limit of a run: what is just below it passes, what is past it is stopped or cut.

const run = (source: string, records = recordsOf(1), how: Partial<RunRequest> = {}, on = engine) =>
  runSource(source, { records, ...how }, on);

const evolve = (body: string) =>
  `export const initialState = () => 0;\nexport function evolve(state, event) { ${body} }`;
const verdictOf = async (source: string, ...how: [RawRecord[]?, Partial<RunRequest>?]) =>
  (await run(source, ...how)).end.verdict;

test("sourceBytes", async () => {
  const source = evolve("return 1;");
  const padded = (bytes: number) => `${source}//${"x".repeat(bytes - source.length - 2)}`;
  expect(await verdictOf(padded(limits.sourceBytes))).toBe("ok");
  expect(await verdictOf(padded(limits.sourceBytes + 1))).toBe("source-too-large");
});

test("sourceNesting", async () => {
  const nested = (depth: number) => `${evolve("return 1;")}\n${"(".repeat(depth)}1${")".repeat(depth)}`;
  expect(await verdictOf(nested(limits.sourceNesting))).toBe("ok");
  const { end } = await run(nested(limits.sourceNesting + 1));
  expect(end.message).toContain(`more than ${limits.sourceNesting} deep`);
});

/** Turns of an empty loop between two of the engine's interrupt ticks. */
const turnsPerTick = 5_000;
const work = (ticks: number) => evolve(`for (let i = 0; i < ${ticks * turnsPerTick}; i++); return 1;`);

test("ticksPerEvent", async () => {
  expect(await verdictOf(work(0.97 * limits.ticksPerEvent), recordsOf(1), { twice: false })).toBe("ok");
  const { end } = await run(work(1.03 * limits.ticksPerEvent));
  expect([end.verdict, end.message]).toEqual(["time-limit", expect.stringContaining("for one record")]);
});

test("ticksPerRun", async () => {
  const part = work(limits.ticksPerRun / 4);
  const { end } = await run(part, recordsOf(5));
  expect([end.verdict, end.message]).toEqual(["time-limit", expect.stringContaining("all records together")]);
  // Three of four parts are below the limit, and done before it.
  expect(end.steps).toBeGreaterThanOrEqual(3);
});

/** A fold whose states are what the limits of a run count: where it ends, by the number of its steps. */
const stepsOf = async (body: string, initial: string, on = engine, records = 500) => {
  const source = `export const initialState = () => (${initial});\nexport function evolve(state, event) { ${body} }`;
  const { end } = await run(source, recordsOf(records), { twice: false }, on);
  return { verdict: end.verdict, message: end.message, steps: end.steps };
};
const manyValues = limits.stateValues - 10;
const list = `Array.from({ length: ${manyValues} }, () => 1)`;

test("valuesPerTick, and where a run ends by what is counted is the same in every engine", async () => {
  const most = (limits.ticksPerRun * limits.valuesPerTick) / manyValues;
  const end = await stepsOf(`return { list: ${list} };`, `{ list: [] }`);
  const { verdict, message, steps } = end;
  expect([verdict, message]).toEqual(["time-limit", expect.stringContaining("all records together")]);
  expect(steps).toBeLessThan(most);
  // What the code itself takes to make them is the smaller part.
  expect(steps).toBeGreaterThan(most / 2);
  expect(await stepsOf(`return { list: ${list} };`, `{ list: [] }`, await loadNodeEngine())).toEqual(end);
  // The same list once more is not read again: more steps than that go through.
  const again = "return { ...state, n: event.metadata.position.offset };";
  const enough = Math.ceil(1.5 * most);
  const shared = await stepsOf(again, `{ list: ${list} }`, engine, enough);
  expect(shared).toMatchObject({ verdict: "ok", steps: enough });
});

test("charactersPerTick", async () => {
  const characters = limits.stateCharacters - 100;
  const most = (limits.ticksPerRun * limits.charactersPerTick) / characters;
  const text = `{ text: "x".repeat(${characters}) }`;
  const { verdict, steps } = await stepsOf("return { ...state, n: event.metadata.position.offset };", text);
  expect(verdict).toBe("time-limit");
  expect(steps).toBeLessThan(most);
  expect(steps).toBeGreaterThan(0.9 * most);
});

test("guestMemoryBytes", async () => {
  const grow = (bytes: number) => evolve(`new Uint8Array(${bytes}); return 1;`);
  expect(await verdictOf(grow(limits.guestMemoryBytes - 2 ** 20))).toBe("ok");
  expect(await verdictOf(grow(limits.guestMemoryBytes))).toBe("memory-limit");
});

test("laneGuestMemoryBytes", async () => {
  const wasm = await loadModule(limits.laneWasmMemoryBytes);
  const fold = async (bytes: number) => {
    const source = evolve(`new Uint8Array(${bytes}); return 1;`);
    const lane = await FoldLane.open(wasm, { source, entry: { kind: "reducer" }, scope: "all", seed: 1 });
    if (!(lane instanceof FoldLane)) throw new Error(lane.message);
    const end = lane.fold(columnarBatchOf("given", recordsOf(1)));
    lane.dispose();
    return end;
  };
  expect(await fold(limits.laneGuestMemoryBytes - 2 ** 20)).toMatchObject({ folded: 1, skipped: 0 });
  expect(await fold(limits.laneGuestMemoryBytes)).toMatchObject({ stop: { verdict: "memory-limit" } });
});

test.each(["wasmMemoryBytes", "laneWasmMemoryBytes"] as const)("%s", async (name) => {
  const wasm = await readFile(new URL(import.meta.resolve("quickjs-wasi/quickjs.wasm")));
  const grow = async (bytes: number) =>
    (await QuickJS.create({ wasm: boundWasmMemory(wasm, limits[name]) })).evalCode(
      `new Uint8Array(${bytes})`,
    );
  await grow(limits[name] - 4 * 2 ** 20);
  await expect(grow(limits[name])).rejects.toThrow(/out of memory/);
});

test("guestStackBytes", async () => {
  const deep = (calls: number) => evolve(`const f = (n) => n === 0 ? 0 : f(n - 1) + 1; return f(${calls});`);
  expect(await verdictOf(deep(limits.guestStackBytes / 1_024))).toBe("ok");
  expect(await verdictOf(deep(limits.guestStackBytes / 16))).toBe("stack-limit");
});

describe("states", () => {
  test("stateDepth", async () => {
    const deep = (levels: number) =>
      evolve(`let a = 1; for (let i = 1; i < ${levels}; i++) a = { a }; return a;`);
    expect(await verdictOf(deep(limits.stateDepth))).toBe("ok");
    expect((await run(deep(limits.stateDepth + 2))).end.message).toContain(`${limits.stateDepth} levels`);
  });

  test("stateValues", async () => {
    const wide = (values: number) => evolve(`return Array(${values - 1}).fill(1);`);
    expect(await verdictOf(wide(limits.stateValues))).toBe("ok");
    expect((await run(wide(limits.stateValues + 1))).end.message).toContain(`${limits.stateValues} values`);
  });

  test("stateCharacters", async () => {
    const long = (characters: number) => evolve(`return "x".repeat(${characters - 2});`);
    expect(await verdictOf(long(limits.stateCharacters))).toBe("ok");
    expect((await run(long(limits.stateCharacters + 1))).end.message).toContain(`${limits.stateCharacters}`);
  });
});

describe("console", () => {
  const cut = "The output is cut here.";
  const printed = async (body: string) => (await run(evolve(`${body} return 1;`))).steps[0]?.console ?? [];

  test("consoleLines", async () => {
    const lines = (count: number) => printed(`for (let i = 0; i < ${count}; i++) console.log(i);`);
    expect(await lines(limits.consoleLines)).not.toContain(cut);
    expect((await lines(limits.consoleLines + 1)).indexOf(cut)).toBe(limits.consoleLines);
  });

  test("consoleLineCharacters", async () => {
    const [line = ""] = await printed(`console.log("x".repeat(${limits.consoleLineCharacters + 1}));`);
    expect(line).toHaveLength(limits.consoleLineCharacters);
  });

  test("consoleCharacters", async () => {
    const full = limits.consoleCharacters / limits.consoleLineCharacters;
    const lines = (count: number) =>
      printed(`for (let i = 0; i < ${count}; i++) console.log("x".repeat(${limits.consoleLineCharacters}));`);
    expect(await lines(full)).not.toContain(cut);
    expect((await lines(full + 1)).indexOf(cut)).toBe(full);
  });
});

test("errorCharacters", async () => {
  const thrown = async (characters: number) =>
    (await run(evolve(`throw new Error("x".repeat(${characters}));`))).end.message.match(/x+/)?.[0].length;
  expect(await thrown(limits.errorCharacters)).toBe(limits.errorCharacters);
  expect(await thrown(limits.errorCharacters + 1)).toBe(limits.errorCharacters);
});

test("watchCharacters", async () => {
  const shown = async (characters: number) => {
    const watches = [`"x".repeat(${characters})`];
    const [step] = (await run(evolve("return 1;"), recordsOf(1), { watches })).steps;
    return step?.watched?.[0];
  };
  const longest = { value: "x".repeat(limits.watchCharacters) };
  expect(await shown(limits.watchCharacters)).toEqual(longest);
  expect(await shown(limits.watchCharacters + 1)).toEqual(longest);
});

/** Whether memory that only one state carries, from the step with this offset to the next, is found. */
const found = async (offset: number, records: number, padding = "") =>
  (await verdictOf(
    `const seen = new WeakMap();
export const initialState = () => ({ n: 0, padding: "${padding}" });
export function evolve(state, event) {
  const next = { ...state, n: seen.get(state) ?? 0 };
  if (event.metadata.position.offset === ${offset}) seen.set(next, 1);
  return next;
}`,
    recordsOf(records),
  )) === "nondeterministic";

test("rebuiltStates", async () => {
  // The initial state is one of them.
  const most = limits.rebuiltStates - 1;
  expect([await found(100, most), await found(101, most)]).toEqual([true, true]);
  expect([await found(100, most + 1), await found(101, most + 1)]).toEqual([false, true]);
});

test("rebuiltCharacters", async () => {
  const states = 10;
  const padding = (characters: number) => "x".repeat(characters / states - '{"n":0,"padding":""}'.length);
  const most = limits.rebuiltCharacters;
  expect(await found(4, states - 1, padding(most))).toBe(true);
  expect(await found(4, states - 1, padding(most + states))).toBe(false);
});

test("traceRecords", async () => {
  const chance = evolve("return Math.random();");
  expect(await verdictOf(chance, recordsOf(limits.traceRecords))).toBe("nondeterministic");
  expect(await verdictOf(chance, recordsOf(limits.traceRecords + 1))).toBe("ok");
});
