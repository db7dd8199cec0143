import { beforeEach, expect, test, vi } from "vitest";
import { versionsOf } from "../../exercise/code-versions/keep-version.ts";
import { writeExercise } from "../../exercise/exercise-memory.ts";
import { starter } from "../testing/counting-exercise.ts";
import { openWorkbench, payload, stubPage } from "../testing/open-workbench.ts";

stubPage();
const { id } = payload.exercise;
let listeners: ((event: { key: string }) => unknown)[] = [];
beforeEach(() => {
  listeners = [];
  vi.stubGlobal("addEventListener", (name: string, listener: (typeof listeners)[number]) => {
    if (name === "storage") listeners.push(listener);
  });
  vi.stubGlobal("removeEventListener", (_: string, listener: (typeof listeners)[number]) => {
    listeners = listeners.filter((each) => each !== listener);
  });
});

/** Another tab of the browser stores code; this one is told, as browsers do. */
async function editInOtherTab(code: string | undefined): Promise<void> {
  writeExercise(id, { code });
  for (const listener of listeners) await listener({ key: `offset-zero/1/exercise/${id}` });
}
const keptSources = () => versionsOf(id).map(({ source, verdict }) => [source, verdict]);

test("an edit in another tab is shown here, says so, and the code of this tab is kept as a version that was not run", async () => {
  const { code, otherTab } = openWorkbench().workbench;
  code.edit("mine");
  await editInOtherTab("theirs");
  expect(code.$source.get()).toBe("theirs");
  expect(otherTab.$otherTab.get()?.$replaced.get()).toBe("mine");
  expect(keptSources()).toEqual([["mine", null]]);
});

test("what the other tab types goes on to be shown, and none of it is kept as this tab's", async () => {
  const { code, otherTab } = openWorkbench().workbench;
  code.edit("mine");
  for (const typed of ["t", "th", "the"]) await editInOtherTab(typed);
  expect([code.$source.get(), otherTab.$otherTab.get()?.$replaced.get()]).toEqual(["the", "mine"]);
  expect(keptSources()).toEqual([["mine", null]]);
});

test("the code of this tab can be taken back; once it is edited here, another edit there replaces it again", async () => {
  const { code, otherTab } = openWorkbench().workbench;
  code.edit("mine");
  await editInOtherTab("theirs");
  otherTab.$otherTab.get()?.takeBack();
  expect([code.$source.get(), otherTab.$otherTab.get()?.$replaced.get()]).toEqual(["mine", null]);
  await editInOtherTab("theirs again");
  expect([code.$source.get(), otherTab.$otherTab.get()?.$replaced.get()]).toEqual(["theirs again", "mine"]);
});

test("a change of anything but the code, and the same code, are no news; the starter is no version", async () => {
  const { code, otherTab } = openWorkbench().workbench;
  writeExercise(id, { cursor: 2 });
  await editInOtherTab(undefined);
  expect(otherTab.$otherTab.get()?.$replaced.get()).toBeNull();
  for (const listener of listeners) await listener({ key: "offset-zero/1/exercise/another" });
  await editInOtherTab("theirs");
  expect([code.$source.get(), otherTab.$otherTab.get()?.$replaced.get()]).toEqual(["theirs", starter]);
  expect(keptSources()).toEqual([]);
});
