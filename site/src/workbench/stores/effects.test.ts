import { expect, test, vi } from "vitest";
import { countedMessages, starter } from "../testing/counting-exercise.ts";
import { closeWorkbenches, kafka, openWorkbench, payload, stubPage } from "../testing/open-workbench.ts";

stubPage();

test("the starter is not folded again in the browser: its fold is in the page", () => {
  expect(openWorkbench().runs).toEqual([]);
});

test("once a server is there, the exercise is folded over Kafka; one that is lost and comes back folds again", () => {
  const { runs, moveTo } = openWorkbench(kafka);
  expect(runs.map(({ request }) => request.source)).toEqual([starter]);
  moveTo({ kind: "browser", because: "lost" });
  expect(runs).toHaveLength(1);
  moveTo(kafka);
  expect(runs).toHaveLength(2);
});

test("code that the browser remembers is folded as soon as it is known where", () => {
  openWorkbench().workbench.code.edit("mine");
  const { runs, workbench } = openWorkbench();
  expect(runs.map(({ request }) => request.source)).toEqual(["mine"]);
  expect(workbench.code.$stale.get()).toBe(true);
  runs[0]?.tell(...countedMessages(payload.records));
  expect(workbench.code.$stale.get()).toBe(false);
});

test("the place on the tape is remembered once the cursor rests, and found again", () => {
  const { workbench } = openWorkbench();
  workbench.navigation.go(0);
  workbench.navigation.go(2);
  expect(workbench.memory.$value.get().cursor).toBe(-1);
  vi.runOnlyPendingTimers();
  expect(workbench.memory.$value.get().cursor).toBe(2);
  expect(openWorkbench().workbench.tape.$cursor.get()).toBe(2);
});

test("playing goes on to the end of the tape, and another pace counts at once", () => {
  const { workbench } = openWorkbench();
  const { tape, navigation, preferences } = workbench;
  navigation.play();
  expect([tape.$playing.get(), tape.$cursor.get()]).toEqual([true, -1]);
  vi.advanceTimersToNextTimer();
  expect(tape.$cursor.get()).toBe(0);
  preferences.change({ speed: 8 });
  for (let step = 0; step < 3; step++) vi.advanceTimersToNextTimer();
  expect([tape.$playing.get(), tape.$cursor.get()]).toEqual([false, 3]);
});

test("a workbench that is gone folds, checks and remembers nothing more", () => {
  const { workbench, runs, checks, moveTo } = openWorkbench(kafka);
  workbench.check();
  workbench.navigation.go(1);
  closeWorkbenches();
  expect([runs[0]?.cancelled, checks[0]?.cancelled]).toEqual([true, true]);
  moveTo({ kind: "browser", because: "lost" });
  moveTo(kafka);
  vi.runAllTimers();
  expect(runs).toHaveLength(1);
  expect(workbench.memory.$value.get().cursor).toBe(-1);
});

test("a check selects the tab of its result, also while an earlier check still looks for the smallest log", () => {
  const { workbench } = openWorkbench(kafka);
  const { check, checks, layout } = workbench;
  check();
  expect(layout.$tab.get().name).toBe("checks");
  layout.showTab("task");
  expect(checks.$isChecking.get()).toBe(true);
  check();
  expect(layout.$tab.get().name).toBe("checks");
});
