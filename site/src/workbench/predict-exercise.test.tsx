// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CheckEnd } from "../../../engine/protocol/response-types.ts";
import { stateWords } from "../../../language/english/state.ts";
import { fakeSession } from "../session/testing/fake-session.ts";
import { countedMessages, countingExercise, topic } from "./testing/counting-exercise.ts";
import { watchDownloads } from "./testing/downloads.ts";
import { checkEnd, checkOutcome } from "./testing/open-workbench.ts";
import { WorkbenchPanels } from "./workbench-panels.tsx";

const solution = "export const evolve = (state) => state + 1;";
const given = countingExercise(4, {
  form: "predict",
  starter: solution,
  starterHtml: `<pre><code>${solution}</code></pre>`,
  predict: [
    { index: 1, before: 1 },
    { index: 3, before: 3 },
  ],
  checks: [
    { id: "step-1", title: "The state after offset 1" },
    { id: "step-3", title: "The state after offset 3" },
  ],
  hints: ["<p>Count.</p>"],
  approaches: 0,
});
const counted = countedMessages(given.records);
const steps = counted.flatMap((message) => (message.kind === "step" ? [message] : []));
const payload = { ...given, trace: { ...given.trace, steps } };

let root: Root;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
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

const buttons = () => [...document.querySelectorAll<HTMLElement>("button, summary")];
const named = (name: RegExp) => buttons().find(({ textContent }) => name.test(textContent ?? ""));
const pageText = () => document.body.textContent ?? "";

/** Waits until something holds; what is loaded meanwhile is drawn. */
async function until(holds: () => void) {
  for (let tries = 0; tries < 2_000; tries++) {
    await act(() => new Promise<void>((done) => setTimeout(done)));
    try {
      return holds();
    } catch {}
  }
  holds();
}

async function click(name: RegExp) {
  await until(() => expect(named(name)).toBeDefined());
  await act(async () => named(name)?.click());
}

/** Predicts the state after an offset as it is in the form, and gives the grader's answer. */
async function predict(fake: Awaited<ReturnType<typeof opened>>, offset: number, passed: boolean) {
  await click(new RegExp(`^Predict offset ${offset}$`));
  const position = { topic, partition: 0, offset };
  const wrong = {
    message: `After offset ${offset} you predict 9. What changes?`,
    firstDivergence: { index: offset, position, expected: offset + 1, actual: 9 },
  };
  const outcome = checkOutcome(passed, { id: `step-${offset}`, ...(passed ? { message: "" } : wrong) });
  await act(async () => fake.checks.at(-1)?.tell(outcome, checkEnd(false)));
  return outcome;
}

const scored = (right: number): CheckEnd => ({
  ...checkEnd(right === 2),
  message: right === 2 ? "All 2 states predicted right." : "1 of 2 states predicted right.",
  score: { right, of: 2 },
});

test("the code is there to be read: no editor, nothing to run, and no word of code to finish", async () => {
  localStorage.setItem("offset-zero/1/exercise/counting", JSON.stringify({ code: "mine" }));
  const { runs } = await opened();
  expect(document.querySelector(".wb-code")?.textContent).toContain(solution);
  expect(document.querySelector("textarea.wb-textarea, .monaco-editor")).toBeNull();
  expect(named(/^(Run|Check|Reset)\b/)).toBeUndefined();
  expect(pageText()).not.toContain(stateWords.starter);
  // What was stored under its id as code, such as code that came with a link, changes nothing.
  for (const { request } of runs) expect(request.source).toBe(solution);
  await click(/^Explore$/);
  await until(() => expect(document.querySelector('[data-tool="watch"]')).not.toBeNull());
  expect(document.querySelector('[data-tool="compare"]')).toBeNull();
});

test("the last predicted state completes the answer, and what is wrong can be predicted again", async () => {
  const fake = await opened();
  await click(/^Step/);
  const first = await predict(fake, 1, false);
  await until(() => expect(pageText()).toContain("The state, and what you predicted"));
  expect(pageText()).not.toContain("your code returned");
  await click(/^Step/);
  expect(fake.checks).toHaveLength(1);
  const second = await predict(fake, 3, true);
  expect(fake.checks.at(-1)?.request).toMatchObject({ predicted: [{ index: 1 }, { index: 3 }] });
  await act(async () => fake.checks.at(-1)?.tell(first, second, scored(1)));
  await until(() => expect(pageText()).toContain("1 of 2 states predicted right."));
  const rows = () => [...document.querySelectorAll(".wb-check-list li")].map(({ className }) => className);
  expect(rows()).toEqual(["failed", "passed"]);
  // It says nothing about the fold on the tape.
  expect(document.querySelector(".wb-failure")?.textContent).not.toContain("smallest");
  await click(/^Predict offset 1 again/);
  const third = await predict(fake, 1, true);
  await act(async () => fake.checks.at(-1)?.tell(third, second, scored(2)));
  await until(() => expect(pageText()).toContain("All 2 states predicted right."));
  expect(rows()).toEqual(["passed", "passed"]);
  for (const words of ["Shortest known answer", "What you proved", "solution", "generated logs"])
    expect(document.querySelector(".wb-checks")?.textContent, words).not.toContain(words);
});

test("the predicted states are downloaded, to hand in", async () => {
  const downloads = watchDownloads();
  const fake = await opened();
  await click(/^Step/);
  await predict(fake, 1, true);
  await click(/^Task$/);
  await click(/^Download my answer/);
  await until(() => expect(downloads).toHaveLength(1));
  expect(downloads[0]?.name).toBe("counting.json");
  expect(JSON.parse((await downloads[0]?.blob.text()) ?? "")).toEqual([{ index: 1, state: 1 }]);
});
