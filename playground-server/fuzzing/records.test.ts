import fc from "fast-check";
import { beforeAll, expect } from "vitest";
import { columnarBatchOf } from "../../engine/fold/columnar-batch.ts";
import { type RawRecord, readRecord } from "../../engine/fold/event.ts";
import type { TraceMessage } from "../../engine/fold/trace.ts";
import { FoldLane } from "../../engine/sandbox/fold-lane.ts";
import { limits } from "../../engine/sandbox/limits.ts";
import { loadModule, loadNodeEngine } from "../../engine/sandbox/node-engine.ts";
import { recordValue } from "../../engine/testing/generated/logs.ts";
import { anyText, numberText } from "../../engine/testing/generated/texts.ts";
import { fuzz } from "./fuzz.ts";
import { mutated } from "./mutations.ts";

/** Two records as anybody may have written them. */
interface Written {
  key: string | null;
  value: string | null;
  timestamp: number;
}

let wasm: WebAssembly.Module;
beforeAll(async () => {
  wasm = await loadModule(limits.laneWasmMemoryBytes);
});
const engine = await loadNodeEngine();

const json = recordValue.map((value) => value ?? "null");
const piece = fc.oneof(
  fc.constantFrom(...'{}[]",:\\0-'.split("")),
  fc.constantFrom(
    '"__proto__":',
    '"toJSON":1,',
    '"constructor":{},',
    "[[[[",
    "]]]]",
    "\\ud800",
    "1e999",
    "-0",
  ),
  numberText,
  anyText,
);
const cases = fc.array(
  fc.record({
    key: fc.option(anyText),
    value: fc.oneof(mutated(json, piece), fc.option(fc.string({ unit: "binary" }))),
    timestamp: fc.oneof(fc.integer({ min: -1, max: 2 ** 45 }), fc.maxSafeInteger()),
  }),
  { minLength: 1, maxLength: 8 },
);

// The state is a list of the events so far, so that every byte of them can be compared.
const source = `export const initialState = () => [];
export const evolve = (events, event) => [...events, event];`;

fuzz<Written[]>({
  name: "records",
  cases,
  runs: 150,
  async holds(written) {
    const records = written.map(
      ({ key, value, timestamp }, offset): RawRecord => ({
        position: { topic: "course.carts", partition: 3, offset },
        timestamp,
        key,
        headers: {},
        value,
      }),
    );
    const read = records.map(readRecord);
    const events = read.flatMap((record) => ("event" in record ? [record.event] : []));
    const expected = JSON.stringify(events);

    const messages: TraceMessage[] = [];
    const slice = { topic: "course.carts", partitions: [{ partition: 3, from: 0, to: records.length }] };
    const entry = { kind: "reducer" } as const;
    await engine.run({ runId: "r", source, entry, scope: "all", records, slice, seed: 0 }, (message) =>
      messages.push(message),
    );
    const end = messages.at(-1);
    if (end?.kind !== "end") throw new Error("The trace has no end.");
    expect(end).toMatchObject({
      verdict: "ok",
      steps: events.length,
      skipped: records.length - events.length,
    });
    expect(JSON.stringify(end.state)).toBe(expected);

    const lane = await FoldLane.open(wasm, { source, entry, scope: "all", seed: 0 });
    if (!(lane instanceof FoldLane)) throw new Error(lane.message);
    try {
      const folded = lane.fold(columnarBatchOf("course.carts", records));
      expect(folded).toMatchObject({ folded: events.length, skipped: records.length - events.length });
      const states = lane.keyframe();
      if (!Array.isArray(states)) throw new Error(states.message);
      expect(states.map(({ texts }) => texts)).toEqual(events.length > 0 ? [expected] : []);
    } finally {
      lane.dispose();
    }
  },
});
