// @vitest-environment happy-dom
import { act, type ComponentType, Profiler } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeSession } from "../session/testing/fake-session.ts";
import type { EditorOptions, OpenEditor } from "./code/editor-interface.ts";
import { countedMessages, countingExercise } from "./testing/counting-exercise.ts";

/** How often React has drawn each panel, as its profiler tells. */
const renders = vi.hoisted(() => new Map<string, number>());

/** The module with its component counted, and whatever is drawn inside it. */
async function counted<Module extends object>(load: () => Promise<Module>, name: string): Promise<Module> {
  const actual = await load();
  const Part = actual[name as keyof Module] as ComponentType<object>;
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each module
  const Counted = (props: object) => (
    <Profiler id={name} onRender={() => renders.set(name, (renders.get(name) ?? 0) + 1)}>
      <Part {...props} />
    </Profiler>
  );
  return { ...actual, [name]: Counted };
}

// Of the code panel its two parts are counted, which it draws whenever it is drawn: the line of words below the code
// tells of the step under the cursor, and is the one thing there that has to follow it.
vi.mock("./code/code-bar.tsx", (load) => counted<object>(load, "CodeBar"));
vi.mock("./code/code-editor.tsx", (load) => counted<object>(load, "CodeEditor"));
/** The editor stands in the page without React: here is what it was opened with, and the lines it was told to light. */
const editor = vi.hoisted(() => ({ options: null as EditorOptions | null, lit: [] as readonly number[] }));
vi.mock("./code/monaco.ts", () => ({
  openMonaco(_: HTMLElement, options: EditorOptions): OpenEditor {
    editor.options = options;
    const light = (lines: readonly number[]) => {
      editor.lit = lines;
    };
    return { setSource() {}, mark() {}, light, reveal() {}, focus() {}, close() {} };
  },
}));
vi.mock("./tape/tape-part.tsx", (load) => counted<object>(load, "TapePart"));
vi.mock("./tape/workbench-transport.tsx", (load) => counted<object>(load, "WorkbenchTransport"));
vi.mock("./state/narration-and-state.tsx", (load) => counted<object>(load, "NarrationAndState"));
vi.mock("./workbench-tabs.tsx", (load) => counted<object>(load, "WorkbenchTabs"));
vi.mock("./workbench-head.tsx", (load) => counted<object>(load, "WorkbenchHead"));

const { WorkbenchPanels } = await import("./workbench-panels.tsx");

/** Everything observed is in sight. */
class InSight {
  readonly #tell: (entries: { isIntersecting: boolean }[]) => void;
  constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
    this.#tell = tell;
  }
  observe() {
    queueMicrotask(() => this.#tell([{ isIntersecting: true }]));
  }
  disconnect() {}
}

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("IntersectionObserver", InSight);
  localStorage.clear();
  vi.stubGlobal("requestIdleCallback", (start: () => void) => queueMicrotask(start));
  vi.stubGlobal("cancelIdleCallback", () => {});
  document.body.innerHTML = "<div></div>";
});

let root: Root | undefined;
afterEach(() => act(async () => root?.unmount()));

const step = () =>
  [...document.querySelectorAll("button")].find(({ textContent }) =>
    textContent?.startsWith("Step"),
  ) as HTMLButtonElement;

const payload = countingExercise(6);

/** A workbench with the learner's first step done, and the lines that each step ran through. */
async function opened() {
  const fake = fakeSession({ kind: "kafka", version: "4.3.1", sentence: "", learner: "l" });
  root = createRoot(document.body.firstElementChild as Element);
  await act(async () =>
    root?.render(<WorkbenchPanels payload={payload} session={fake.store} summoned={0} />),
  );
  await act(async () => void fake.open());
  await act(async () => fake.runs.at(-1)?.tell(...countedMessages(payload.records)));
  await act(async () => step().click());
  const steps = payload.records.map((_, index) => ({ kind: "lines" as const, index, lines: [index + 1] }));
  await act(async () => fake.lines.at(-1)?.tell(...steps, { kind: "end", message: "" } as never));
  await vi.waitFor(() => expect(editor.lit).toEqual([1]));
  return fake;
}

/** Which panels are drawn by what is done. */
async function drawnBy(what: () => void): Promise<string[]> {
  renders.clear();
  await act(async () => what());
  return [...renders.keys()].sort();
}

test("a move of the cursor draws the tape and the state, and neither the code nor the tabs nor the head", async () => {
  await opened();
  expect(await drawnBy(() => step().click())).toEqual([
    "NarrationAndState",
    "TapePart",
    "WorkbenchTransport",
  ]);
  expect(editor.lit).toEqual([2]);
});

test("a key pressed in the code draws the code, and neither the tape nor the state", async () => {
  await opened();
  expect(await drawnBy(() => editor.options?.onChange("mine"))).toEqual(["CodeBar", "CodeEditor"]);
});

test("a place that is lost draws the head alone", async () => {
  const { moveTo } = await opened();
  const drawn = await drawnBy(() => moveTo({ kind: "browser", because: "lost" }));
  expect(drawn).toEqual(["WorkbenchHead"]);
});
