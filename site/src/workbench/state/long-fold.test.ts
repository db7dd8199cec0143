import fc from "fast-check";
import { expect, test } from "vitest";
import type { Step, Trace, TraceMessage } from "../../../../engine/fold/trace.ts";
import { endOf } from "../testing/counting-exercise.ts";
import { emptyTrace } from "./grow-trace.ts";
import { reduceTape } from "./tape-reducer.ts";
import { openTapeState, type TapeState } from "./tape-state.ts";

const start: Trace["start"] = {
  kind: "start",
  runId: "here-1",
  engine: "e",
  entry: { kind: "reducer" },
  scope: "all",
  seed: 1,
  slice: { topic: "t", partitions: [{ partition: 0, from: 0, to: 10_000 }] },
  sourceHash: "h",
  state: 0,
};
const progress = (records: number): TraceMessage => ({
  kind: "progress",
  phase: "folding",
  records,
  total: 10_000,
});
const step = (index: number, offset: number): Step => ({
  kind: "step",
  index,
  position: { topic: "t", partition: 0, offset },
  key: null,
  event: null,
  patch: [],
  console: [],
});
/** The steps of ten records from a place on; the third of ten is no event. */
function windowAt(place: number) {
  const from = Math.floor(Math.max(0, place) / 10) * 10;
  const places = Array.from({ length: 10 }, (_, i) => from + i).filter((each) => each % 10 !== 2);
  const steps = places.map((offset, index) => step(index, offset));
  const trace: Trace = { ...emptyTrace({ start } as Trace), steps, end: endOf(steps.length) };
  return { type: "window" as const, runId: "here-1", trace, place, places, stopped: null };
}

const short: Trace = { ...emptyTrace({ start } as Trace), end: endOf(0) };
const tape = { kind: "own" as const, title: "long", log: { kind: "lesson" as const }, records: [] };
const running = (): TapeState =>
  reduceTape(openTapeState([], short, ""), {
    type: "run",
    id: 1,
    tape: { ...tape, divergence: null, source: "" },
    landing: "end",
  });
const arrive = (state: TapeState, ...messages: TraceMessage[]) =>
  reduceTape(state, { type: "arrive", id: 1, messages });

test("a long fold is on the tape once it has come somewhere, and goes to its end when it ends", () => {
  const begun = arrive(running(), start, progress(2_000));
  expect(begun.tape.long).toMatchObject({ runId: "here-1", end: null, taken: 2_000, at: -1, loading: true });
  const over = arrive(begun, endOf(9_000));
  expect(over.running).toBeNull();
  expect(over.tape.long).toMatchObject({ end: { steps: 9_000 }, loading: true });
  expect(over.tape.long?.at).toBeGreaterThanOrEqual(9_999);
});

test("who has chosen a place stays there, with the steps around it, while the fold goes on and when it ends", () => {
  const begun = arrive(running(), start, progress(2_000));
  const sought = reduceTape(begun, { type: "seek", place: 1_234, playing: false });
  const shown = reduceTape(sought, windowAt(1_234));
  expect(shown.tape.long).toMatchObject({ at: 1_234, loading: false });
  const later = arrive(arrive(shown, progress(4_000)), endOf(9_000));
  expect(later.tape.long).toMatchObject({ at: 1_234, loading: false });
  expect(later.cursor).toBe(shown.cursor);
  expect(later.tape.trace).toBe(shown.tape.trace);
});

test("wherever one seeks, the cursor is on the step of that record, or the last one before it", () => {
  const begun = arrive(running(), start, progress(9_999));
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 9_999 }), { minLength: 1 }), (places) => {
      let state = begun;
      for (const place of places) {
        state = reduceTape(state, { type: "seek", place, playing: false });
        if (state.tape.long?.loading) state = reduceTape(state, windowAt(place));
        expect(state.tape.long).toMatchObject({ at: place, loading: false });
        const offset = state.tape.trace.steps[state.cursor]?.position?.offset;
        expect(offset).toBe(place < 0 ? undefined : place % 10 === 2 ? place - 1 : place);
      }
    }),
  );
});

test("steps that come for a place one has left already do not move the cursor there", () => {
  const begun = arrive(running(), start, progress(9_999));
  const left = reduceTape(reduceTape(begun, { type: "seek", place: 100, playing: false }), {
    type: "seek",
    place: 8_000,
    playing: false,
  });
  const late = reduceTape(left, windowAt(100));
  expect(late.tape.long).toMatchObject({ at: 8_000, loading: true });
  expect(reduceTape(late, windowAt(8_000)).cursor).toBe(0);
});

test("steps of another run are not taken, and a refusal is told", () => {
  const begun = arrive(running(), start, progress(9_999));
  const other = { ...windowAt(5), runId: "here-0" };
  expect(reduceTape(begun, other)).toBe(begun);
  const gone = { ...short, end: endOf(0, { verdict: "cancelled", message: "That fold is over." }) };
  const refused = reduceTape(begun, { ...windowAt(5), trace: gone, places: [] });
  expect(refused.tape.long).toMatchObject({ loading: false, problem: { message: "That fold is over." } });
});
