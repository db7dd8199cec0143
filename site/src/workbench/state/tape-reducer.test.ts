import { expect, test } from "vitest";
import type { Step, Trace, TraceEnd, TraceMessage } from "../../../../engine/fold/trace.ts";
import { endOf } from "../testing/counting-exercise.ts";
import { reduceTape } from "./tape-reducer.ts";
import { openTapeState } from "./tape-state.ts";

const start: Trace["start"] = {
  kind: "start",
  runId: "r",
  engine: "e",
  entry: { kind: "reducer" },
  scope: "all",
  seed: 1,
  slice: { topic: "t", partitions: [] },
  sourceHash: "h",
  state: 0,
};
const step = (index: number): Step => ({
  kind: "step",
  index,
  position: null,
  key: null,
  event: null,
  patch: [{ op: "replace", path: "", value: index + 1 }],
  console: [],
});
const messages = (count: number, failed?: Partial<TraceEnd>): TraceMessage[] => [
  start,
  ...Array.from({ length: count }, (_, i) => step(i)),
  endOf(count, failed),
];
const trace = (count: number): Trace => ({
  start,
  steps: Array.from({ length: count }, (_, i) => step(i)),
  keyframes: [],
  end: endOf(count),
});
const lesson = {
  kind: "lesson" as const,
  title: "",
  log: { kind: "lesson" as const },
  records: [],
  divergence: null,
  source: "mine",
};
const smallest = { ...lesson, kind: "smallest" as const, title: "smallest" };

test("the cursor opens before the first record and stays on the tape", () => {
  const opened = openTapeState([], trace(3), "");
  expect(opened.cursor).toBe(-1);
  expect(reduceTape(opened, { type: "go", to: 9 }).cursor).toBe(2);
  expect(reduceTape(opened, { type: "go", to: -9 }).cursor).toBe(-1);
});

test("a rerun of the same log leaves the learner at the same record", () => {
  let state = reduceTape(openTapeState([], trace(5), ""), { type: "go", to: 2 });
  state = reduceTape(state, { type: "run", id: 1, tape: lesson, landing: "keep" });
  state = reduceTape(state, { type: "arrive", id: 1, messages: messages(5) });
  expect(state.cursor).toBe(2);
  expect(state.running).toBeNull();
});

test("a rerun is not shown before it has come as far as the learner had", () => {
  let state = reduceTape(openTapeState([], trace(5), ""), { type: "go", to: 3 });
  state = reduceTape(state, { type: "run", id: 1, tape: lesson, landing: "keep" });
  state = reduceTape(state, { type: "arrive", id: 1, messages: [start, step(0)] });
  expect(state.tape.trace.steps).toHaveLength(5);
  expect(state.cursor).toBe(3);
});

test("who steps while the same log is folded again is not stopped at what has arrived", () => {
  let state = reduceTape(openTapeState([], trace(5), ""), {
    type: "run",
    id: 1,
    tape: lesson,
    landing: "keep",
  });
  state = reduceTape(state, { type: "go", to: 0 });
  state = reduceTape(state, { type: "arrive", id: 1, messages: messages(2).slice(0, -1) });
  state = reduceTape(state, { type: "go", to: 2 });
  expect(state.cursor).toBe(2);
  state = reduceTape(state, { type: "arrive", id: 1, messages: [step(2), step(3), step(4), endOf(5)] });
  expect(state.cursor).toBe(2);
});

test("a run that throws keeps the steps before and stands at the one that failed", () => {
  let state = reduceTape(openTapeState([], trace(5), ""), {
    type: "run",
    id: 1,
    tape: lesson,
    landing: "end",
  });
  state = reduceTape(state, {
    type: "arrive",
    id: 1,
    messages: messages(2, { verdict: "threw", message: "no", at: { index: 2, position: null } }),
  });
  expect(state.tape.trace.steps).toHaveLength(2);
  expect(state.cursor).toBe(2);
});

test("code that cannot be read leaves the fold before it on screen and says why", () => {
  let state = reduceTape(openTapeState([], trace(5), ""), {
    type: "run",
    id: 1,
    tape: lesson,
    landing: "end",
  });
  state = reduceTape(state, {
    type: "arrive",
    id: 1,
    messages: [endOf(0, { verdict: "compile-error", message: "line 3" })],
  });
  expect(state.tape.trace.steps).toHaveLength(5);
  expect(state.refused?.message).toBe("line 3");
});

test("messages of a run that was replaced are not shown", () => {
  let state = reduceTape(openTapeState([], trace(5), ""), {
    type: "run",
    id: 1,
    tape: lesson,
    landing: "end",
  });
  state = reduceTape(state, { type: "run", id: 2, tape: lesson, landing: "end" });
  state = reduceTape(state, { type: "arrive", id: 1, messages: messages(1) });
  expect(state.tape.trace.steps).toHaveLength(5);
});

test("from the smallest failing log the way back leads to the same place on the lesson's log", () => {
  let state = reduceTape(openTapeState([], trace(5), ""), { type: "go", to: 3 });
  state = reduceTape(state, { type: "run", id: 1, tape: smallest, landing: 1 });
  state = reduceTape(state, { type: "arrive", id: 1, messages: messages(2) });
  expect(state.tape.kind).toBe("smallest");
  expect(state.cursor).toBe(1);
  state = reduceTape(state, { type: "back" });
  expect(state.tape.kind).toBe("lesson");
  expect(state.cursor).toBe(3);
});

test("playing stops at the end of the log, and starts again from its beginning", () => {
  let state = reduceTape(reduceTape(openTapeState([], trace(2), ""), { type: "go", to: 0 }), {
    type: "play",
  });
  state = reduceTape(state, { type: "tick", breaks: [] });
  expect(state.cursor).toBe(1);
  expect(state.playing).toBe(false);
  expect(reduceTape(state, { type: "play" }).cursor).toBe(-1);
});

test("playing stops where the breakpoint holds, and goes on from there", () => {
  let state = reduceTape(openTapeState([], trace(6), ""), { type: "play" });
  const tick = () => reduceTape(state, { type: "tick", breaks: [1, 3] });
  while (state.playing) state = tick();
  expect(state.cursor).toBe(1);
  state = reduceTape(state, { type: "play" });
  while (state.playing) state = tick();
  expect(state.cursor).toBe(3);
});
