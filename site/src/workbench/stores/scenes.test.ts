import { atom } from "nanostores";
import { expect, test } from "vitest";
import { freshExercise } from "../../exercise/exercise-memory.ts";
import type { Scene } from "../../exercise/scene.ts";
import { openWorkbench, payload, stubPage } from "../testing/open-workbench.ts";
import { createScenes } from "./scenes.ts";

stubPage();

/** A workbench over four records, and a text whose scene the test chooses. */
function openText(remembered: { cursor?: number } = {}) {
  const { workbench } = openWorkbench();
  const $text = atom<Scene | null>(null);
  const memory = { $value: atom({ ...freshExercise, ...remembered }) };
  const { tape, code } = workbench;
  const scenes = createScenes(payload.exercise, memory, tape, code, $text);
  const stop = scenes.start();
  return { workbench, scenes, $text, stop, cursor: () => tape.$cursor.get() };
}

test("the tape goes to the record that a section names, and back with the reader", () => {
  const { $text, cursor } = openText();
  expect(cursor()).toBe(-1);
  $text.set({ offset: 2 });
  expect(cursor()).toBe(2);
  $text.set({ offset: 0 });
  expect(cursor()).toBe(0);
  $text.set({ offset: -1 });
  expect(cursor()).toBe(-1);
});

test("a scene without an offset, or with one that the log does not have, leaves the tape at its place", () => {
  const { $text, scenes, cursor } = openText();
  $text.set({ offset: 1 });
  $text.set({ beside: "table" });
  expect(scenes.$shown.get()).toEqual({ beside: "table" });
  $text.set({ offset: 99 });
  expect(cursor()).toBe(1);
});

test("once the learner moves the tape, the text moves it no more, and the scene that was shown stays", () => {
  const { workbench, $text, scenes, cursor } = openText();
  $text.set({ beside: "table" });
  workbench.navigation.go(3);
  $text.set({ offset: 0 });
  expect(cursor()).toBe(3);
  expect(scenes.$isFollowing.get()).toBe(false);
  expect(scenes.$shown.get()).toEqual({ beside: "table" });
});

test.each([
  ["plays", (workbench: ReturnType<typeof openText>["workbench"]) => workbench.navigation.play()],
  ["edits the code", (workbench: ReturnType<typeof openText>["workbench"]) => workbench.code.edit("// mine")],
  ["runs", (workbench: ReturnType<typeof openText>["workbench"]) => workbench.run()],
  ["checks", (workbench: ReturnType<typeof openText>["workbench"]) => workbench.check()],
])("following stops when the learner %s", (_what, act) => {
  const { workbench, scenes } = openText();
  act(workbench);
  expect(scenes.$isFollowing.get()).toBe(false);
});

test("following again goes to the scene in the text at once, and stops again at the next use", () => {
  const { workbench, $text, scenes, cursor } = openText();
  workbench.navigation.go(3);
  $text.set({ offset: 1 });
  scenes.follow();
  expect(cursor()).toBe(1);
  $text.set({ offset: 2 });
  expect(cursor()).toBe(2);
  workbench.navigation.go(0);
  $text.set({ offset: 3 });
  expect(cursor()).toBe(0);
});

test("a place from an earlier visit is kept", () => {
  const { $text, scenes, cursor } = openText({ cursor: 3 });
  $text.set({ offset: 1 });
  expect(scenes.$isFollowing.get()).toBe(false);
  expect(cursor()).toBe(-1);
});

test("after the end of a page nothing follows", () => {
  const { $text, stop, cursor } = openText();
  stop();
  $text.set({ offset: 2 });
  expect(cursor()).toBe(-1);
});
