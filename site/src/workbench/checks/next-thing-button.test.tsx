// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nextWords } from "../../../../language/english/checks.ts";
import { writeExercise } from "../../exercise/exercise-memory.ts";
import type { NextThing } from "../../exercise/next-thing.ts";
import { fakeSession } from "../../session/testing/fake-session.ts";
import { payload } from "../testing/open-workbench.ts";
import { WorkbenchProvider } from "../workbench-context.ts";
import { createWorkbenchModel } from "../workbench-model.ts";
import { NextThingButton } from "./next-thing-button.tsx";

const thing = (kind: NextThing["kind"], id: string, isOnPage = false): NextThing => ({
  kind,
  id,
  title: `Title of ${id}`,
  href: `/${id}/`,
  isOnPage,
});

let root: Root;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild as Element);
});
afterEach(() => act(async () => root.unmount()));

async function shown(next: NextThing[]): Promise<HTMLAnchorElement | null> {
  const workbench = createWorkbenchModel(payload, fakeSession().store, { next });
  await act(async () =>
    root.render(
      <WorkbenchProvider value={workbench}>
        <NextThingButton />
      </WorkbenchProvider>,
    ),
  );
  return document.querySelector("a");
}

test("an exercise of the same page is opened by the workbench, any other thing by its address", async () => {
  const here = await shown([thing("exercise", "views", true)]);
  expect(here?.dataset.openExercise).toBe("views");
  expect(here?.textContent).toContain(`${nextWords.exercise} Title of views`);
  const below = await shown([thing("part", "quiz", true), thing("lesson", "cqrs")]);
  expect([below?.dataset.openExercise, below?.dataset.openText]).toEqual([undefined, ""]);
  const there = await shown([thing("lesson", "cqrs")]);
  expect(there?.dataset.openExercise).toBeUndefined();
  expect(there?.getAttribute("href")).toBe("/cqrs/");
  expect(there?.textContent).toContain(`${nextWords.lesson} Title of cqrs`);
});

test("what was passed before is left out, and without anything there is no button", async () => {
  writeExercise("views", { passed: { at: "2026-03-02", solution: "no", records: 8, logs: 200 } });
  const next = await shown([thing("exercise", "views", true), thing("challenge", "ledger")]);
  expect(next?.textContent).toContain(`${nextWords.challenge} Title of ledger`);
  expect(await shown([])).toBeNull();
});
