import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { RawRecord } from "../../fold/event.ts";
import type { Json } from "../../fold/json.ts";
import type { LongParts } from "../../long-fold/long-fold.ts";
import { createEngine } from "../../sandbox/engine.ts";
import { limits } from "../../sandbox/limits.ts";
import { loadModule } from "../../sandbox/node-engine.ts";
import type { ReplayCostCommand, ReplayedCode } from "./commands.ts";
import type { LawResult, ReplayCostEvent, Snapshot } from "./events.ts";
import { replayCostFold } from "./evolve.ts";
import { exampleReducers } from "./example-reducers.ts";
import { handleCommand } from "./handle-command.ts";
import { intervalsFor } from "./measure-replay.ts";
import { newestVersions } from "./read-versions.ts";

let parts: LongParts;
beforeAll(async () => {
  let clock = 0;
  parts = {
    engine: createEngine(await loadModule(limits.wasmMemoryBytes)),
    wasm: await loadModule(limits.laneWasmMemoryBytes),
    now() {
      clock += 1;
      return clock;
    },
    pause: async () => {},
  };
});

const recordsOf = (events: { type: string; n?: number; version?: number; key?: string }[]): RawRecord[] =>
  events.map(({ type, n = 0, version = 1, key = "k" }, offset) => ({
    position: { topic: "given", partition: 0, offset },
    timestamp: offset,
    key,
    headers: {},
    value: JSON.stringify({
      type,
      data: { n },
      metadata: { id: `e${offset}`, version, occurredAt: "2026-03-02T09:00:00Z" },
    }),
  }));

const codeOf = (source: string, records: RawRecord[], change: Partial<ReplayedCode> = {}): ReplayedCode => ({
  exercise: "given",
  source,
  entry: { kind: "reducer" },
  scope: "all",
  slice: { topic: "given", partitions: [{ partition: 0, from: 0, to: records.length }] },
  records,
  ...change,
});

async function eventsOf(command: ReplayCostCommand): Promise<ReplayCostEvent[]> {
  const events: ReplayCostEvent[] = [];
  const repeat = ({ records, slice }: ReplayedCode, times: number) => {
    const count = records.length * times;
    const at = (place: number): RawRecord => {
      const record = records[place % records.length] as RawRecord;
      return { ...record, position: { ...record.position, offset: place } };
    };
    return {
      slice,
      count,
      read: async (from: number, to: number) => Array.from({ length: to - from }, (_, i) => at(from + i)),
      placeOf: ({ offset }: { offset: number }) => offset,
    };
  };
  await handleCommand(parts, repeat, command, (event) => events.push(event));
  return events;
}

async function lawOf(source: string, records: RawRecord[]): Promise<LawResult> {
  const [event] = await eventsOf({ type: "CheckSnapshotLaw", data: { code: codeOf(source, records) } });
  if (event?.type !== "LawChecked") throw new Error("The law was not checked.");
  return event.data.result;
}

const types = fc.array(fc.constantFrom("A", "B", "C"), { minLength: 1, maxLength: 8 });

test("a function of state and event keeps the snapshot law on every log", async () => {
  await fc.assert(
    fc.asyncProperty(types, async (given) => {
      const records = recordsOf(given.map((type, n) => ({ type, n })));
      expect(await lawOf(exampleReducers.pure, records)).toEqual({
        kind: "holds",
        records: given.length,
        cuts: given.length,
      });
    }),
    { numRuns: 15 },
  );
});

/** Counts the Bs that come after an A, and keeps outside its state whether an A has come. */
const afterA = `let came = false;
export const initialState = () => 0;
export function evolve(state, event) {
  if (event.type === "A") came = true;
  return event.type === "B" && came ? state + 1 : state;
}`;

test("what is kept outside the state is found exactly where it matters, on the smallest log", async () => {
  await fc.assert(
    fc.asyncProperty(types, async (given) => {
      const result = await lawOf(afterA, recordsOf(given.map((type) => ({ type }))));
      const a = given.indexOf("A");
      if (a < 0 || given.indexOf("B", a) < 0) {
        expect(result.kind).toBe("holds");
        return;
      }
      if (result.kind !== "broken") throw new Error("The law was not seen to be broken.");
      expect(result.values.map((value) => JSON.parse(value ?? "").type)).toEqual(["A", "B"]);
      expect(result).toMatchObject({ taken: 1, kept: 0, expected: 1, actual: 0 });
    }),
    { numRuns: 25 },
  );
});

test.each([
  ["date", 1],
  ["map", 0],
  ["undefined", 0],
] as const)("a state that JSON does not hold cannot be saved: %s", async (name, length) => {
  const result = await lawOf(exampleReducers[name], recordsOf([{ type: "A" }, { type: "B" }]));
  expect(result).toMatchObject({ kind: "stopped", unsavable: true });
  if (result.kind === "stopped") expect(result.values).toHaveLength(length);
});

test("a counter outside the state is broken by one record", async () => {
  const result = await lawOf(
    exampleReducers.outside,
    recordsOf([{ type: "A" }, { type: "B" }, { type: "C" }]),
  );
  expect(result).toMatchObject({ kind: "broken", taken: 1, expected: { events: 2 }, actual: { events: 1 } });
});

const measured = (source: string, count: number, change: Partial<ReplayedCode> = {}) => {
  const records = recordsOf(Array.from({ length: 10 }, (_, n) => ({ type: "A", n, key: `k${n % 3}` })));
  return eventsOf({ type: "MeasureReplay", data: { code: codeOf(source, records, change), count } });
};

test.each(["all", "by-key"] as const)(
  "a measurement folds the whole log, and every restart from a snapshot comes to the same state: %s",
  async (scope) => {
    const events = await measured(exampleReducers.pure, 2_000, { scope });
    const state = events.reduce(
      (before, event) => replayCostFold.evolve(before, event, 0),
      replayCostFold.initialState(),
    );
    const { measurement } = state;
    expect(measurement).toMatchObject({ count: 2_000, ended: { reason: "done" }, pass: null });
    expect(measurement?.points.at(-1)?.records).toBe(2_000);
    expect(measurement?.intervals.map(({ interval }) => interval)).toEqual(intervalsFor(2_000));
    for (const { interval, snapshots, restarts, agrees, keptBytes, writtenBytes } of measurement?.intervals ??
      []) {
      expect(snapshots).toBe(Math.floor(2_000 / interval));
      expect(restarts.length).toBeGreaterThan(0);
      expect(agrees).toBe(true);
      expect(writtenBytes).toBeGreaterThan(keptBytes);
    }
  },
);

test("the bytes of a snapshot are those of the state's JSON", async () => {
  const source = "export const initialState = () => 'ß'; export const evolve = (state) => state;";
  const events = await measured(source, 100);
  const first = events.find((event) => event.type === "IntervalMeasured");
  expect(first?.data).toMatchObject({ interval: 1, snapshots: 100, keptBytes: 4, writtenBytes: 400 });
});

test("a lesson's own short log is measured as it is", async () => {
  const events = await measured(exampleReducers.pure, 10);
  expect(events.find(({ type }) => type === "MeasuringStarted")?.data).toMatchObject({ count: 10 });
  const intervals = events.filter((event) => event.type === "IntervalMeasured");
  expect(intervals.map(({ data }) => data.interval)).toEqual(intervalsFor(10));
  expect(intervals[0]?.data.restarts.at(-1)?.records).toBe(10);
});

test("restarts of a reducer with a counter outside its state disagree with the whole fold", async () => {
  const events = await measured(exampleReducers.outside, 1_000);
  const intervals = events.filter((event) => event.type === "IntervalMeasured");
  expect(intervals.map(({ data }) => data.agrees)).toEqual([false, false, false]);
});

test("code that stops ends the measurement with the engine's message", async () => {
  const events = await measured(exampleReducers.date, 1_000);
  expect(events.at(-1)).toMatchObject({ type: "MeasuringEnded", data: { reason: "failed" } });
  const last = events.at(-1);
  if (last?.type === "MeasuringEnded") expect(last.data.message).toContain("Date");
});

test("one changed line makes the old snapshot wrong, and its version tells", async () => {
  const records = recordsOf(["A", "A", "B", "A"].map((type) => ({ type, n: 5 })));
  const before =
    "export const initialState = () => 0;\nexport const evolve = (sum, event) => sum + event.data.n;";
  const after = before.replace("event.data.n", "event.data.n * 2");
  const [kept] = await eventsOf({ type: "KeepSnapshot", data: { code: codeOf(before, records) } });
  if (kept?.type !== "SnapshotKept") throw new Error("No snapshot was kept.");
  const snapshot: Snapshot = kept.data.snapshot;
  expect(snapshot).toMatchObject({ state: 10, position: 2 });
  const restore = async (source: string) => {
    const code = codeOf(source, records);
    const [event] = await eventsOf({ type: "RestoreSnapshot", data: { code, snapshot } });
    if (event?.type !== "SnapshotRestored") throw new Error("Nothing was restored.");
    return event.data;
  };
  expect(await restore(before)).toEqual({
    reducerVersion: snapshot.reducerVersion,
    whole: 20,
    fromSnapshot: 20,
    path: null,
  });
  const changed = await restore(after);
  expect(changed).toMatchObject({ whole: 40, fromSnapshot: 30, path: [] });
  expect(changed.reducerVersion).not.toBe(snapshot.reducerVersion);
});

const upcaster = `export function upcast(event) {
  if (event.type === "C") throw new Error("no");
  if (event.type === "B") return { ...event, type: "A", metadata: { ...event.metadata, version: 2 } };
  return event.type === "A" && event.metadata.version === 1
    ? { ...event, metadata: { ...event.metadata, version: 2 } }
    : event;
}`;

test("the matrix of an upcaster has each type and version of the log with what it becomes", async () => {
  const written = fc.record({
    type: fc.constantFrom("A", "B", "C"),
    version: fc.integer({ min: 1, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 8 }), async (given) => {
      const records = recordsOf(given);
      const code = codeOf(upcaster, records, { entry: { kind: "upcaster" } });
      const [event] = await eventsOf({ type: "ReadVersions", data: { code, current: { A: 2, B: 0 } } });
      if (event?.type !== "VersionsRead") throw new Error("No versions were read.");
      const { rows } = event.data;
      expect(rows.reduce((sum, { seen }) => sum + seen, 0)).toBe(given.length);
      for (const { type, version, seen, becomes, reads } of rows) {
        expect(seen).toBe(given.filter((one) => one.type === type && one.version === version).length);
        const toA2 = type === "B" || (type === "A" && version < 3);
        if (seen === 0) expect(reads).toBe("unseen");
        else expect(reads).toBe(toA2 ? "current" : "uncovered");
        if (seen > 0 && type === "C") expect(becomes).toEqual([]);
        else if (seen > 0) expect(becomes).toEqual([{ type: "A", version: toA2 ? 2 : 3 }]);
      }
    }),
    { numRuns: 15 },
  );
});

test("the newest version of each type that a log holds", () => {
  const records = recordsOf([
    { type: "A", version: 1 },
    { type: "A", version: 3 },
    { type: "B", version: 2 },
  ]);
  expect(newestVersions(records)).toEqual({ A: 3, B: 2 });
});

test("an event that the screen does not know leaves it as it is", () => {
  const state = replayCostFold.initialState();
  expect(replayCostFold.evolve(state, { type: "SomethingNewHappened", data: {} as Json }, 0)).toBe(state);
});
