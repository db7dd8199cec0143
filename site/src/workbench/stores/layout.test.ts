import { beforeEach, expect, test } from "vitest";
import { stubStorage } from "../testing/browser-storage.ts";
import { countingExercise } from "../testing/counting-exercise.ts";
import { createLayout } from "./layout.ts";
import { createMemory } from "./persistent-store.ts";

beforeEach(stubStorage);

const passed = { at: "2026-03-02T09:00:00.000Z", solution: "no" as const, records: 3, logs: 1 };

function opened() {
  const { exercise } = countingExercise(3, { panels: ["tape", "view"] });
  const memory = createMemory(exercise.id);
  return { memory, layout: createLayout(exercise, memory) };
}

test("a panel is open where the exercise opens with it, the learner opened it, or all checks have passed", () => {
  const { layout, memory } = opened();
  const open = () => [layout.$hasCode.get(), layout.$hasTree.get(), layout.$hasMore.get()];
  expect(open()).toEqual([false, false, false]);
  layout.open("tree");
  expect(open()).toEqual([false, true, false]);
  memory.change({ passed });
  expect(open()).toEqual([true, true, true]);
});

test("the code opens together with its checks, and comes to the front", () => {
  const { layout, memory } = opened();
  expect(layout.$isFirstLook.get()).toBe(true);
  layout.openCode();
  expect(memory.$value.get().opened).toEqual(["code", "checks"]);
  expect([layout.$pane.get(), layout.$isFirstLook.get()]).toEqual(["code", false]);
});

test("a tool that is there for later is opened with all that comes with it", () => {
  const { layout } = opened();
  layout.showTab("checks");
  expect([layout.$hasCode.get(), layout.$hasMore.get()]).toEqual([false, false]);
  layout.openTool("what-if", "course.counting-0@2");
  expect([layout.$hasCode.get(), layout.$hasMore.get()]).toEqual([true, true]);
  expect(layout.$tab.get()).toEqual({ name: "explore", tool: "what-if", about: "course.counting-0@2" });
  expect(layout.$pane.get()).toBe("tabs");
});

test("Explore shows the tool of the last time, until all are listed", () => {
  const { layout } = opened();
  layout.openTool("what-if", "course.counting-0@2");
  layout.showTab("checks");
  layout.showTab("explore");
  expect(layout.$tab.get()).toEqual({ name: "explore", tool: "what-if" });
  layout.openTool(null);
  expect(layout.$tab.get()).toEqual({ name: "explore" });
});

test("Explore chosen again, while it shows a tool, lists them all; a folded one opens with its tool", () => {
  const { layout } = opened();
  layout.openTool("watch");
  layout.showTab("explore");
  expect(layout.$tab.get()).toEqual({ name: "explore" });
  layout.openTool("watch");
  layout.fold(true);
  layout.showTab("explore");
  expect(layout.$tab.get()).toEqual({ name: "explore", tool: "watch" });
});

test("the panel is folded at first, opens with whatever it is asked to show, and folds again", () => {
  const { layout } = opened();
  expect(layout.$isFolded.get()).toBe(true);
  layout.showTab("checks");
  expect(layout.$isFolded.get()).toBe(false);
  layout.fold(true);
  expect(layout.$isFolded.get()).toBe(true);
  layout.openTool("console");
  expect(layout.$isFolded.get()).toBe(false);
});

test.each([
  ["a tab is chosen", "showTab", "task"],
  ["a narrow screen shows the tabs", "showPane", "tabs"],
  ["the panel is unfolded", "fold", false],
] as const)("what is in the panel is not needed until %s, and then for good", (_, act, what) => {
  const { layout } = opened();
  layout.showPane("code");
  expect(layout.$wasPanelShown.get()).toBe(false);
  (layout[act] as (what: unknown) => void)(what);
  expect(layout.$wasPanelShown.get()).toBe(true);
  layout.fold(true);
  layout.showPane("state");
  expect(layout.$wasPanelShown.get()).toBe(true);
});
