import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { columnarBatchOf } from "../fold/columnar-batch.ts";
import { type RawRecord, readRecord } from "../fold/event.ts";
import { recordValue } from "../testing/generated/logs.ts";
import { wellFormedText } from "../testing/generated/texts.ts";
import { FoldLane } from "./fold-lane.ts";
import { limits } from "./limits.ts";
import { loadModule } from "./node-engine.ts";
import type { WrittenStates } from "./written-states.ts";

let wasm: WebAssembly.Module;
beforeAll(async () => {
  wasm = await loadModule(limits.laneWasmMemoryBytes);
});

async function openLane(source: string, scope: "all" | "by-key" = "all"): Promise<FoldLane> {
  const lane = await FoldLane.open(wasm, { source, entry: { kind: "reducer" }, scope, seed: 1 });
  if (!(lane instanceof FoldLane)) throw new Error(lane.message);
  return lane;
}

/** The states as name and JSON text each. `known` holds the names so far, by number, and takes in the new ones. */
function* eachState(
  { names, numbers, lengths, texts }: WrittenStates,
  known: [view: string, key: string][],
): Generator<{ view: string; key: string; json: string }> {
  known.push(...names);
  let at = 0;
  for (const [i, number] of numbers.entries()) {
    const [view, key] = known[number] ?? ["", ""];
    const length = lengths[i] as number;
    yield { view, key, json: texts.slice(at, at + length) };
    at += length;
  }
}

/** The states of a keyframe that is written now. `known` are the names of those written before. */
function statesOf(lane: FoldLane, known: [view: string, key: string][]) {
  const states = lane.keyframe();
  if (!Array.isArray(states)) throw new Error(states.message);
  return states.flatMap((each) => [...eachState(each, known)]);
}

const record = fc.record({
  key: fc.option(wellFormedText),
  value: recordValue,
  timestamp: fc.oneof(fc.integer({ min: -1, max: 2 ** 45 }), fc.maxSafeInteger()),
});

test("the events of the fold lane are those that readRecord makes, and the same records are skipped", async () => {
  // The state is the last event, so that every byte of it can be compared.
  const source = "export const initialState = () => null; export const evolve = (_, event) => event;";
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 20 }), async (some) => {
      const lane = await openLane(source);
      const known: [string, string][] = [];
      try {
        for (const [offset, { key, value, timestamp }] of some.entries()) {
          const position = { topic: "course.carts", partition: 3, offset };
          const raw: RawRecord = { position, timestamp, key, headers: {}, value };
          const end = lane.fold(columnarBatchOf("course.carts", [raw]));
          const read = readRecord(raw);
          expect(end).toMatchObject("event" in read ? { folded: 1, skipped: 0 } : { folded: 0, skipped: 1 });
          const states = statesOf(lane, known);
          expect(states).toEqual(
            "event" in read ? [{ view: "", key: "", json: JSON.stringify(read.event) }] : [],
          );
        }
      } finally {
        lane.dispose();
      }
    }),
    { numRuns: 150 },
  );
});

const counted = (extra: string) => `export const initialState = () => ({ n: 0 });
export function evolve(state, event) { ${extra} return { n: state.n + 1 }; }`;

function counts(from: number, count: number): RawRecord[] {
  return Array.from({ length: count }, (_, i) => ({
    position: { topic: "t", partition: 0, offset: from + i },
    timestamp: 0,
    key: `k${i % 3}`,
    headers: {},
    value: JSON.stringify({ type: "Counted", data: { n: from + i } }),
  }));
}

test.each([
  ["throw new Error('no');", "threw"],
  ["for (;;);", "time-limit"],
  ["const f = () => f() + 1; f();", "stack-limit"],
  ["const a = []; for (;;) a.push('x'.repeat(1e6));", "memory-limit"],
  ["return undefined;", "state-invalid"],
])("a lane that stops tells the record: %s", async (stop, verdict) => {
  const lane = await openLane(counted(`if (event.data.n === 7) { ${stop} }`));
  expect(lane.fold(columnarBatchOf("t", counts(0, 5)))).toMatchObject({ folded: 5, skipped: 0 });
  expect(lane.fold(columnarBatchOf("t", counts(5, 5)))).toMatchObject({ at: 2, stop: { verdict } });
  lane.dispose();
});

test("only the states that changed since the last keyframe are written", async () => {
  const lane = await openLane(counted(""), "by-key");
  lane.fold(columnarBatchOf("t", counts(0, 3)));
  const known: [string, string][] = [];
  const written = () => statesOf(lane, known).map(({ key }) => key);
  expect(written()).toEqual(["k0", "k1", "k2"]);
  lane.fold(columnarBatchOf("t", counts(3, 1)));
  expect(written()).toEqual(["k0"]);
  expect(written()).toEqual([]);
  lane.dispose();
});

test("a state that cannot be kept is told at the keyframe", async () => {
  const lane = await openLane(
    "export const initialState = () => 0; export const evolve = () => ({ at: new Date(0) });",
  );
  expect(lane.fold(columnarBatchOf("t", counts(0, 2)))).toMatchObject({ folded: 2, skipped: 0 });
  expect(lane.keyframe()).toMatchObject({ verdict: "state-invalid" });
  lane.dispose();
});

test("a lane that is given kept states goes on from them as if it had folded what is before", async () => {
  const whole = await openLane(counted(""), "by-key");
  whole.fold(columnarBatchOf("t", counts(0, 10)));
  const before = statesOf(whole, []);
  const rest = await openLane(counted(""), "by-key");
  expect(rest.restore(before)).toBeNull();
  const both = [whole, rest].map((lane) => {
    lane.fold(columnarBatchOf("t", counts(10, 4)));
    return lane;
  });
  const [one, other] = both.map((lane) => lane.keyframe());
  expect(Array.isArray(one) && Array.isArray(other)).toBe(true);
  if (!Array.isArray(one) || !Array.isArray(other)) return;
  expect(one[0]?.texts).toBe(other[0]?.texts);
  for (const lane of both) lane.dispose();
});
