import { readFile } from "node:fs/promises";
import { QuickJS } from "quickjs-wasi";
import { describe, expect, test } from "vitest";
import { batchOf } from "../fold/batch.ts";
import type { RawRecord } from "../fold/event.ts";
import { collectTrace } from "../fold/steps.ts";
import type { Trace, TraceMessage } from "../fold/trace.ts";
import { FoldLane } from "./fold-lane.ts";
import { limits } from "./limits.ts";
import { boundMemory } from "./memory.ts";
import { loadEngine, loadModule } from "./node.ts";
import type { RunRequest } from "./run-request.ts";

/** Every limit of a run: what is just below it passes, what is past it is stopped or cut. */
const engine = await loadEngine();

const recordsOf = (count: number) =>
  Array.from(
    { length: count },
    (_, offset): RawRecord => ({
      ...{ position: { topic: "t", partition: 0, offset }, timestamp: 0, key: "k", headers: {} },
      value: '{"type":"Added","data":{}}',
    }),
  );

async function run(source: string, records = recordsOf(1), how: Partial<RunRequest> = {}): Promise<Trace> {
  const messages: TraceMessage[] = [];
  const slice = { topic: "t", partitions: [{ partition: 0, from: 0, to: records.length }] };
  await engine.run(
    { ...{ runId: "r", source, entry: { kind: "reducer" }, scope: "all", records, slice, seed: 1, ...how } },
    (message) => messages.push(message),
  );
  return collectTrace(messages);
}

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
  expect([end.verdict, end.message]).toEqual(["time-limit", expect.stringContaining("on this record")]);
});

test("ticksPerRun", async () => {
  const part = work(limits.ticksPerRun / 4);
  expect(await verdictOf(part, recordsOf(3), { twice: false })).toBe("ok");
  const { end } = await run(part, recordsOf(5));
  expect([end.verdict, end.message]).toEqual(["time-limit", expect.stringContaining("all records together")]);
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
    const end = lane.fold(batchOf("t", recordsOf(1)));
    lane.dispose();
    return end;
  };
  expect(await fold(limits.laneGuestMemoryBytes - 2 ** 20)).toMatchObject({ folded: 1, skipped: 0 });
  expect(await fold(limits.laneGuestMemoryBytes)).toMatchObject({ stop: { verdict: "memory-limit" } });
});

test.each(["wasmMemoryBytes", "laneWasmMemoryBytes"] as const)("%s", async (name) => {
  const wasm = await readFile(new URL(import.meta.resolve("quickjs-wasi/quickjs.wasm")));
  const grow = async (bytes: number) =>
    (await QuickJS.create({ wasm: boundMemory(wasm, limits[name]) })).evalCode(`new Uint8Array(${bytes})`);
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

test("traceRecords", async () => {
  const chance = evolve("return Math.random();");
  expect(await verdictOf(chance, recordsOf(limits.traceRecords))).toBe("nondeterministic");
  expect(await verdictOf(chance, recordsOf(limits.traceRecords + 1))).toBe("ok");
});
