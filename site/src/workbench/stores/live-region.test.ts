import { expect, test, vi } from "vitest";
import { openWorkbench, stubPage } from "../testing/open-workbench.ts";

stubPage();

test("nothing is said before the learner acts or while the tape plays; a pause says where the fold stands", () => {
  const { workbench } = openWorkbench();
  const { liveRegion, navigation, $narration } = workbench;
  expect(liveRegion.$spoken.get()).toBe("");
  navigation.go(0);
  const spoken = liveRegion.$spoken.get();
  expect(spoken).not.toBe("");
  navigation.play();
  expect(liveRegion.$spoken.get()).toBe("");
  vi.advanceTimersToNextTimer();
  expect(liveRegion.$spoken.get()).toBe("");
  navigation.pause();
  expect(liveRegion.$spoken.get()).toContain($narration.get().replaceAll("`", ""));
  expect(liveRegion.$spoken.get()).not.toBe($narration.get().replaceAll("`", ""));
});
