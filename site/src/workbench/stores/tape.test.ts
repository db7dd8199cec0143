import { beforeEach, expect, test, vi } from "vitest";
import { fakeSession } from "../../session/testing/fake-session.ts";
import { countedMessages, countingExercise, starter } from "../testing/counting-exercise.ts";
import { createTape, type Fold } from "./tape.ts";

let frames: (() => void)[] = [];
beforeEach(() => {
  frames = [];
  vi.stubGlobal("requestAnimationFrame", (frame: () => void) => frames.push(frame));
  vi.stubGlobal("cancelAnimationFrame", () => {
    frames = [];
  });
});

const payload = countingExercise(3);
const lesson: Fold = {
  source: "mine",
  log: { kind: "lesson" },
  tape: { kind: "lesson", title: "", log: { kind: "lesson" }, records: payload.records, divergence: null },
  landing: "end",
};

function opened() {
  const fake = fakeSession();
  fake.open();
  return { ...fake, tape: createTape(payload, fake.store) };
}

test("the tape opens with the page's own fold, before its first record", () => {
  const { tape } = opened();
  expect(tape.$cursor.get()).toBe(-1);
  expect(tape.$last.get()).toBe(2);
  expect(tape.$tape.get()).toMatchObject({ kind: "lesson", source: starter });
  expect(tape.$failure.get()).toBeNull();
});

test("the state before and after the step follows the cursor", () => {
  const { tape, runs } = opened();
  tape.fold(lesson);
  runs[0]?.tell(...countedMessages(payload.records));
  expect([tape.$before.get(), tape.$after.get()]).toEqual([2, 3]);
  tape.dispatch({ type: "go", to: 0 });
  expect([tape.$before.get(), tape.$after.get()]).toEqual([0, 1]);
  tape.dispatch({ type: "go", to: -1 });
  expect([tape.$before.get(), tape.$after.get()]).toEqual([0, 0]);
});

test("a move of the cursor changes neither the trace nor the run: who shows them hears nothing", () => {
  const { tape } = opened();
  const received = vi.fn();
  for (const $store of [tape.$trace, tape.$tape, tape.$isRunning, tape.$failure, tape.$touched])
    $store.listen(received);
  const moved = vi.fn();
  tape.$cursor.listen(moved);
  tape.dispatch({ type: "go", to: 1 });
  tape.dispatch({ type: "go", to: 2 });
  expect(moved).toHaveBeenCalledTimes(2);
  expect(received).not.toHaveBeenCalled();
});

test("messages reach the tape once a frame, and the end at once", () => {
  const { tape, runs } = opened();
  const changes = vi.fn();
  const ended = vi.fn();
  tape.fold({ ...lesson, ended });
  tape.$state.listen(changes);
  const [start, ...rest] = countedMessages(payload.records);
  if (start) runs[0]?.tell(start, ...rest.slice(0, -1));
  expect(changes).not.toHaveBeenCalled();
  expect(frames).toHaveLength(1);
  frames[0]?.();
  expect(changes).toHaveBeenCalledTimes(1);
  expect(tape.$isRunning.get()).toBe(true);
  const end = rest.at(-1);
  if (end) runs[0]?.tell(end);
  expect(tape.$isRunning.get()).toBe(false);
  expect(ended).toHaveBeenCalledTimes(1);
  expect(tape.$tape.get().source).toBe("mine");
});

test("a new fold replaces the one on its way, which is heard no more", () => {
  const { tape, runs } = opened();
  tape.fold(lesson);
  tape.fold({ ...lesson, source: "newer" });
  expect(runs.map(({ cancelled }) => cancelled)).toEqual([true, false]);
  runs[0]?.tell(...countedMessages(payload.records));
  expect(tape.$tape.get().source).toBe(starter);
  runs[1]?.tell(...countedMessages(payload.records));
  expect(tape.$tape.get().source).toBe("newer");
});

test("a run that is given up while the server is busy leaves the fold before it on screen", () => {
  const { tape, runs } = opened();
  tape.fold(lesson);
  runs[0]?.tell({ kind: "waiting", waiting: { seconds: 4 } });
  expect(tape.$waiting.get()).toEqual({ seconds: 4 });
  tape.abandon();
  expect(runs[0]?.cancelled).toBe(true);
  expect([tape.$waiting.get(), tape.$isRunning.get()]).toEqual([null, false]);
  expect(tape.$tape.get().source).toBe(starter);
});

test("a run without a fold is a failure beside the fold before it", () => {
  const { tape, runs } = opened();
  tape.fold(lesson);
  const refused = { verdict: "compile-error" as const, message: "no", at: null, steps: 0 };
  runs[0]?.tell(...countedMessages([], refused));
  expect(tape.$failure.get()).toMatchObject({ message: "no" });
  expect(tape.$tape.get().source).toBe(starter);
});

test("without a session nothing is folded", () => {
  const { store, runs } = fakeSession();
  const tape = createTape(payload, store);
  tape.fold(lesson);
  expect(runs).toEqual([]);
  expect(tape.$isRunning.get()).toBe(false);
});
