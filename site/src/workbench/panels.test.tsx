// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { caseOf } from "../../../engine/grading/fold-job.ts";
import type { CheckOutcome } from "../../../engine/protocol/response-types.ts";
import { checkProgressWords } from "../../../language/english/check-progress.ts";
import { $dividerPlace } from "../frame/divider-store.ts";
import { fakeSession } from "../session/testing/fake-session.ts";
import { countedMessages, recordsOf, topic } from "./testing/counting-exercise.ts";
import { watchDownloads } from "./testing/downloads.ts";
import { checkEnd, checkOutcome, payload } from "./testing/open-workbench.ts";
import { WorkbenchPanels } from "./workbench-panels.tsx";

let root: Root;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  localStorage.setItem("offset-zero/1/workbench", JSON.stringify({ editor: "textarea" }));
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild as Element);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await act(async () => root.unmount());
});

async function opened() {
  const fake = fakeSession();
  await act(async () => root.render(<WorkbenchPanels payload={payload} session={fake.store} summoned={0} />));
  await act(async () => void fake.open());
  return fake;
}

const button = (name: RegExp) =>
  [...document.querySelectorAll<HTMLElement>("button, summary")].find((each) =>
    name.test(each.getAttribute("aria-label") ?? each.textContent ?? ""),
  );
/** Waits for a button, which may stand in a panel that is loaded when it is first shown, and clicks it. */
async function click(name: RegExp) {
  await waitUntilShown(() => expect(button(name)).toBeDefined());
  await act(async () => button(name)?.click());
}
/** Waits until something holds; what is loaded meanwhile is drawn. */
async function waitUntilShown(holds: () => void) {
  for (let tries = 0; tries < 2_000; tries++) {
    await act(() => new Promise<void>((done) => setTimeout(done)));
    try {
      return holds();
    } catch {}
  }
  holds();
}
const text = (selector: string) => document.querySelector(selector)?.textContent ?? "";

const position = { topic, partition: 0, offset: 1 };
const failed = checkOutcome(false, {
  firstDivergence: { index: 1, position, expected: 2, actual: 0 },
  counterexample: caseOf(recordsOf(2)),
} as Partial<CheckOutcome>);

test("the place in the server's queue is shown while a check waits, and that an older version was checked", async () => {
  const { checks } = await opened();
  await click(/^Check /);
  await act(async () => checks[0]?.tell({ kind: "waiting", waiting: { place: 7 } }));
  await waitUntilShown(() => expect(text('[role="tabpanel"]')).toContain("You are 7th in the queue."));
  await act(async () => checks[0]?.tell({ kind: "waiting", waiting: { place: 1 } }));
  expect(text('[role="tabpanel"]')).toContain("You are next in the queue.");
  await act(async () => checks[0]?.tell({ kind: "waiting", waiting: null }));
  expect(text('[role="tabpanel"]')).not.toContain("in the queue");
  await act(async () => checks[0]?.tell(checkOutcome(true), { ...checkEnd(true), previousVersion: true }));
  await waitUntilShown(() =>
    expect(text('[role="tabpanel"]')).toContain("You are working with the version before it"),
  );
});

test("a failed check stands in its tab, and leads to the step where it fails and to the smallest log", async () => {
  const { checks, runs } = await opened();
  await click(/^Check /);
  await act(async () => checks[0]?.tell(failed, checkEnd(false)));
  await waitUntilShown(() => expect(text('[role="tabpanel"]')).toContain("No."));
  expect(text('[role="tab"][aria-selected="true"]')).toBe("Checks failed");
  expect(text('[role="status"].sr-only')).toContain("No.");

  await click(/^Go to offset 1/);
  await act(async () => runs.at(-1)?.tell(...countedMessages(payload.records)));
  expect(text(".wb-narration")).toMatch(/^Offset 1/);
  // A narrow screen then shows the state.
  const pane = () => document.querySelector<HTMLElement>("[data-pane]")?.dataset.pane;
  expect(pane()).toBe("state");
  await click(/^Checks/);
  expect(pane()).toBe("tabs");

  await click(/^Open the smallest log on which your code fails/);
  expect(runs.at(-1)?.request.log.kind).toBe("given");
  await act(async () => runs.at(-1)?.tell(...countedMessages(recordsOf(2))));
  expect(text(".wb-other-log")).toContain("The smallest log on which your code fails");
  expect(pane()).toBe("state");
  await click(/^Back to the exercise/);
  expect(document.querySelector(".wb-other-log")).toBeNull();
  expect(text(".wb-narration")).toMatch(/^Offset 1/);
});

test("a check that takes its time says what it is doing, and says it to nobody's ears", async () => {
  const { checks } = await opened();
  await click(/^Check /);
  await waitUntilShown(() => expect(text(".wb-doing")).toBe(checkProgressWords.ownLog));
  const spoken = text('[role="status"].sr-only');
  for (const [progress, said] of [
    [{ doing: "generated-logs", from: 41, to: 80, of: 200 }, checkProgressWords.generatedLogs(41, 80, 200)],
    [{ doing: "laws" }, checkProgressWords.laws],
    [
      { doing: "smallest-log", title: "Every event counts", message: "Offset 2 counts once." },
      `${checkProgressWords.failed("Every event counts")} ${checkProgressWords.smallestLog}`,
    ],
  ] as const) {
    await act(async () => checks[0]?.tell({ kind: "checking", ...progress }));
    expect(text(".wb-doing")).toBe(said);
  }
  // Why it failed is there before the smallest log is found.
  expect(text(".wb-verdict.bad")).toBe("Offset 2 counts once.");
  expect(text('[role="status"].sr-only')).toBe(spoken);
  expect(document.querySelector(".wb-doing")?.closest("[role=status], [aria-live]")).toBeNull();
  await act(async () => checks[0]?.tell(checkEnd(true)));
  expect(document.querySelector(".wb-doing")).toBeNull();
});

test("code is typed, run and reset, and the reset can be taken back", async () => {
  const { runs } = await opened();
  await waitUntilShown(() => expect(document.querySelector("textarea.wb-textarea")).not.toBeNull());
  const field = document.querySelector("textarea.wb-textarea") as HTMLTextAreaElement;
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(field, "mine");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await click(/^Run /);
  expect(runs.at(-1)?.request.source).toBe("mine");
  await click(/^Reset/);
  expect(field.value).toBe(payload.exercise.starter);
  await click(/^Undo reset/);
  expect(field.value).toBe("mine");
});

test("the answer is downloaded as it is in the editor, under the exercise's name", async () => {
  const downloads = watchDownloads();
  await opened();
  await click(/^Open the panel/);
  await click(/^Download my answer/);
  await waitUntilShown(() => expect(downloads).toHaveLength(1));
  expect(downloads[0]?.name).toBe("counting.ts");
  expect(await downloads[0]?.blob.text()).toBe(payload.exercise.starter);
});

test("every tab shows its panel", async () => {
  await opened();
  const tabs = [...document.querySelectorAll<HTMLElement>('.tabs [role="tab"]')];
  expect(tabs.map(({ textContent }) => textContent)).toEqual(["Task", "Checks", "Log", "Explore"]);
  for (const tab of tabs) {
    await act(async () => tab.click());
    expect(tab.getAttribute("aria-selected")).toBe("true");
    await waitUntilShown(() =>
      expect(text('.tabs [role="tabpanel"]').trim(), tab.textContent ?? "").not.toBe(""),
    );
  }
});

test("Explore lists its tools, each with a sentence, and opens each of them; the terminal has its own tests", async () => {
  await opened();
  await click(/^Explore$/);
  await waitUntilShown(() => expect(document.querySelector(".ex-tools")).not.toBeNull());
  const tools = () => [...document.querySelectorAll<HTMLElement>("[data-tool]")];
  const names = tools().map(({ dataset }) => dataset.tool);
  expect(names).toEqual(["watch", "what-if", "compare", "read-model", "terminal", "console"]);
  for (const tool of tools()) expect(tool.querySelector("span > span")?.textContent).toMatch(/\.$/);
  for (const name of names.filter((each) => each !== "terminal")) {
    const button = document.querySelector<HTMLElement>(`[data-tool="${name}"]`);
    const title = button?.querySelector("b")?.textContent ?? "";
    await act(async () => button?.click());
    expect(text(".ex-tool h2")).toBe(title);
    expect(document.activeElement?.textContent).toContain("All tools");
    await waitUntilShown(() =>
      expect(document.querySelector(".ex-tool > :last-child:not(.wb-row)")?.textContent, title).toBeTruthy(),
    );
    await click(/All tools$/);
    expect((document.activeElement as HTMLElement).dataset.tool).toBe(name);
  }
});

test("the panel is folded to its tabs until something is shown in it", async () => {
  const { checks } = await opened();
  const isFolded = () => document.querySelector(".tabs.folded") !== null;
  expect(isFolded()).toBe(true);
  await click(/^Open the panel/);
  expect(isFolded()).toBe(false);
  await click(/^Close the panel/);
  expect(isFolded()).toBe(true);
  await click(/^Check /);
  await act(async () => checks[0]?.tell(failed, checkEnd(false)));
  expect(isFolded()).toBe(false);
});

test("the task is beside the workbench while the page shows the workbench alone", async () => {
  await opened();
  const column = () => document.querySelector('section[aria-label="Task"]');
  expect(column()).toBeNull();
  await act(async () => $dividerPlace.set({ stop: "code" }));
  expect(column()?.textContent).toContain("Count every event.");
  await act(async () => $dividerPlace.set({ stop: "split" }));
  expect(column()).toBeNull();
});

test("? opens the list of keys, and its switch is kept", async () => {
  await opened();
  await click(/^Keys/);
  await waitUntilShown(() => expect(document.querySelector("dialog[open]")).not.toBeNull());
  await act(async () => document.querySelector<HTMLInputElement>("dialog input")?.click());
  expect(JSON.parse(localStorage.getItem("offset-zero/1/workbench") ?? "{}").keys).toBe(false);
  await act(async () => document.querySelector("dialog")?.close());
  expect(document.querySelector("dialog")).toBeNull();
});

test("Escape right after a breakpoint was removed closes its field, however late the page is drawn", async () => {
  await opened();
  await click(/^Stop where/);
  const field = () => document.querySelector<HTMLInputElement>("input[data-breakpoint]");
  await waitUntilShown(() => expect(field()).not.toBeNull());
  await act(async () => {
    const input = field() as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, "state > 1");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await act(async () => void field()?.dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
  await waitUntilShown(() => expect(button(/^Remove the breakpoint/)).toBeDefined());
  // As in a browser: the click is drawn before the next key, what effects change may come after it.
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", false);
  button(/^Remove the breakpoint/)?.click();
  await Promise.resolve();
  field()?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  await waitUntilShown(() => expect(button(/^Stop where/)).toBeDefined());
});
