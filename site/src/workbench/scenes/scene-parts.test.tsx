// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sceneWords } from "../../../../language/english/scenes.ts";
import { stateWords } from "../../../../language/english/state.ts";
import { $openStrip, $sceneInText } from "../../exercise/scene.ts";
import { fakeSession } from "../../session/testing/fake-session.ts";
import { countedMessages, countingExercise, recordsOf } from "../testing/counting-exercise.ts";
import { WorkbenchPanels } from "../workbench-panels.tsx";

const payload = countingExercise(4);
let root: Root;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  $sceneInText.set(null);
  $openStrip.set(null);
  document.body.innerHTML = "<div id='bench'></div><div id='host'></div>";
  root = createRoot(document.querySelector("#bench") as Element);
});
afterEach(() => act(async () => root.unmount()));

async function opened(lesson?: string, shown = payload) {
  const fake = fakeSession();
  await act(async () =>
    root.render(<WorkbenchPanels payload={shown} session={fake.store} summoned={0} lesson={lesson} />),
  );
  await act(async () => void fake.open());
  return fake;
}
const follow = () => document.querySelector<HTMLButtonElement>(".wb-follow");
const text = (selector: string) => document.querySelector(selector)?.textContent ?? "";
/** What is loaded when it is first shown has arrived. */
async function waitUntilShown(holds: () => void) {
  for (let tries = 0; tries < 2_000; tries++) {
    await act(() => new Promise<void>((done) => setTimeout(done)));
    try {
      return holds();
    } catch {}
  }
  holds();
}

test("where no text has scenes there is no button, and nothing follows", async () => {
  await opened();
  expect(follow()).toBeNull();
  await act(async () => $sceneInText.set({ offset: 2 }));
  expect(text(".wb-narration")).not.toMatch(/^Offset 2/);
});

test("the button says whether the log follows, stops it, and goes back to the text", async () => {
  await opened("counting");
  expect(follow()?.getAttribute("aria-pressed")).toBe("true");
  await act(async () => $sceneInText.set({ offset: 2 }));
  expect(text(".wb-narration")).toMatch(/^Offset 2/);
  await act(async () => follow()?.click());
  await act(async () => $sceneInText.set({ offset: 0 }));
  expect(text(".wb-narration")).toMatch(/^Offset 2/);
  expect(follow()?.getAttribute("aria-pressed")).toBe("false");
  await act(async () => follow()?.click());
  expect(text(".wb-narration")).toMatch(/^Offset 0/);
});

test("a what-if shows beside the state what it is without a record", async () => {
  const { runs } = await opened("counting");
  await act(async () => $sceneInText.set({ offset: 2, without: [1] }));
  await waitUntilShown(() => expect(runs.at(-1)?.request.log).toMatchObject({ kind: "records" }));
  const left = recordsOf(4).filter(({ position }) => position.offset !== 1);
  const asked = runs.at(-1)?.request.log;
  expect(asked?.kind === "records" ? asked.records.map(({ position }) => position.offset) : []).toEqual([
    0, 2, 3,
  ]);
  await act(async () => runs.at(-1)?.tell(...countedMessages(left)));
  expect(text(".wb-scene")).toContain(sceneWords.without([1]));
  expect(text(".wb-scene")).toContain("Without offset 1, the state is different");
});

test("an opened strip shows its scene in the text, and the tape stays", async () => {
  await opened("counting");
  const host = document.querySelector("#host") as HTMLElement;
  await act(async () => $openStrip.set({ scene: { offset: 3 }, host }));
  await waitUntilShown(() => expect(host.textContent).toMatch(/^Offset 3/));
  expect(text(".wb-narration")).not.toMatch(/^Offset 3/);
  expect(host.textContent).toContain(stateWords.starter);
  await act(async () => $openStrip.set(null));
  expect(host.textContent).toBe("");
});

test("an author's note stands at its own step, and not while the log follows the text", async () => {
  const notes = [{ after: 2, html: "<p>The third record.</p>" }];
  await opened("counting", { ...payload, exercise: { ...payload.exercise, panels: ["tape"], notes } });
  await act(async () => $sceneInText.set({ offset: 2 }));
  expect(text(".wb-narration")).toMatch(/^Offset 2/);
  expect(text(".wb-note")).toBe("");
  await act(async () => follow()?.click());
  expect(text(".wb-note")).toBe("The third record.");
  await act(async () => $sceneInText.set({ offset: 3 }));
  await act(async () => follow()?.click());
  await act(async () => follow()?.click());
  expect(text(".wb-narration")).toMatch(/^Offset 3/);
  expect(text(".wb-note")).toBe("");
});
