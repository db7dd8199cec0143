// What this browser knows of the learner's way: passed exercises and lessons begun. Nothing leaves the machine.
import { recall } from "../lessons/memory.ts";
import { passedBefore } from "../workbench/memory.ts";

for (const state of document.querySelectorAll<HTMLElement>("[data-lesson-state]")) {
  const exercises = (state.dataset.exercises ?? "").split(" ").filter(Boolean);
  const passed = exercises.filter((id) => passedBefore(id));
  if (exercises.length > 0 && passed.length === exercises.length) {
    state.textContent = "passed";
    state.dataset.done = "";
  } else if (passed.length > 0) {
    state.textContent = `${passed.length} of ${exercises.length} exercises passed`;
  } else if (recall(`reading/${state.dataset.lessonState}`)) {
    state.textContent = `begun · ${state.textContent?.trim()}`;
  }
}
