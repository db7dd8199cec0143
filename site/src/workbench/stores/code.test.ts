import { beforeEach, expect, test, vi } from "vitest";
import { fakeSession } from "../../session/testing/fake-session.ts";
import { stubStorage } from "../testing/browser-storage.ts";
import { countingExercise, starter } from "../testing/counting-exercise.ts";
import { createCode } from "./code.ts";
import { createMemory } from "./persistent-store.ts";
import { createTape } from "./tape.ts";

let screen = "";
beforeEach(() => {
  screen = "";
  stubStorage();
  vi.stubGlobal("matchMedia", () => ({ matches: screen === "small" }));
});

const order = { head: "head {\n", pieces: ["  one;", "  two;"], tail: "}", answers: [] };

function opened(more: Parameters<typeof countingExercise>[1] = {}) {
  const payload = countingExercise(2, more);
  const memory = createMemory(payload.exercise.id);
  const tape = createTape(payload, fakeSession().store);
  const code = createCode(payload.exercise, memory, tape);
  memory.recall();
  code.start();
  return { code, memory, tape };
}

test("the code is the starter until something is typed; typing the starter again is no code", () => {
  const { code, memory } = opened();
  expect(code.$source.get()).toBe(starter);
  code.edit("mine");
  expect([code.$source.get(), memory.$value.get().code]).toEqual(["mine", "mine"]);
  code.edit(starter);
  expect([code.$source.get(), memory.$value.get().code]).toEqual([starter, undefined]);
});

test("the code is as it was typed at once: whoever runs it right after a key gets the last key too", () => {
  const { code } = opened();
  const seen: string[] = [];
  code.$source.listen((source) => seen.push(source));
  code.edit("m");
  code.edit("mi");
  expect(seen).toEqual(["m", "mi"]);
});

test("code is stale while another source is on the tape, and not before the browser's memory is known", () => {
  const payload = countingExercise(2);
  const memory = createMemory(payload.exercise.id);
  memory.change({ code: "kept" });
  const code = createCode(payload.exercise, memory, createTape(payload, fakeSession().store));
  expect(code.$stale.get()).toBe(false);
  memory.recall();
  expect(code.$stale.get()).toBe(true);
  code.edit(starter);
  expect(code.$stale.get()).toBe(false);
});

test("a reset can be taken back", () => {
  const { code } = opened();
  code.edit("mine");
  code.reset();
  expect([code.$source.get(), code.$discarded.get()]).toEqual([starter, "mine"]);
  code.undoReset();
  expect([code.$source.get(), code.$discarded.get()]).toEqual(["mine", undefined]);
});

test("lines are put in order on a small screen, and wherever the exercise says so, until code is written", () => {
  expect(opened({ order }).code.$form.get()).toBe("code");
  expect(opened({ order, form: "order" }).code.$form.get()).toBe("order");
  screen = "small";
  const { code } = opened({ order });
  expect(code.$form.get()).toBe("order");
  code.answerBy("code");
  code.edit("mine");
  expect([code.$form.get(), code.$source.get()]).toEqual(["code", "mine"]);
  expect(opened().code.$form.get()).toBe("code");
});

test("no line in order folds as the starter; lines in order are the source", () => {
  const { code } = opened({ order, form: "order" });
  expect(code.$source.get()).toBe(starter);
  code.arrange([1, 0]);
  expect(code.$used.get()).toEqual([1, 0]);
  expect(code.$source.get().split("\n").filter(Boolean)).toEqual(["head {", "  two;", "  one;", "}"]);
});

test("a cursor that is remembered says nothing to those who show the code", () => {
  const { code, memory } = opened({ order });
  code.arrange([0]);
  const received = vi.fn();
  for (const $store of [code.$source, code.$form, code.$used, code.$stale, code.$discarded])
    $store.listen(received);
  memory.change({ cursor: 1 });
  expect(memory.$value.get().cursor).toBe(1);
  expect(received).not.toHaveBeenCalled();
});
