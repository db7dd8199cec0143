import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Step, StoppedAt, Trace, Verdict } from "../../../engine/fold/trace.ts";
import { ConsolePanel } from "./console-panel.tsx";
import { printedSteps } from "./printed-steps.ts";

const position = (offset: number) => ({ topic: "t", partition: 0, offset });
const step = (index: number, console: string[]): Step => ({
  kind: "step",
  index,
  position: position(index),
  key: null,
  event: null,
  patch: [],
  console,
});
const trace = (steps: Step[], verdict: Verdict = "ok", at: StoppedAt | null = null): Trace => ({
  start: {} as Trace["start"],
  steps,
  keyframes: [],
  end: { kind: "end", verdict, message: "", at, state: null, steps: steps.length, skipped: 0 },
});

test("what the step that stopped had printed stands last, and leads to that step", () => {
  const at = { index: 2, position: position(2), console: ["about to fail"] };
  const printed = printedSteps(trace([step(0, []), step(1, ["one"])], "threw", at));
  expect(printed.map(({ index, lines }) => [index, lines])).toEqual([
    [1, ["one"]],
    [2, ["about to fail"]],
  ]);
});

test("a step that was folded and then refused prints once", () => {
  const at = { index: 0, position: position(0), console: ["one"] };
  expect(printedSteps(trace([step(0, ["one"])], "nondeterministic", at))).toHaveLength(1);
});

test("each step that printed is named, and the one under the cursor is marked", () => {
  const shown = renderToStaticMarkup(
    <ConsolePanel
      trace={trace([step(0, ["a", "b"]), step(1, []), step(2, ["c"])])}
      cursor={2}
      go={() => {}}
    />,
  );
  const buttons = [
    ...shown.matchAll(/<button[^>]*?( aria-current="step")?>([^<]*)<\/button><pre>([^<]*)<\/pre>/g),
  ];
  expect(buttons.map(([, current, name, lines]) => [name, lines, current !== undefined])).toEqual([
    ["offset 0", "a\nb", false],
    ["offset 2", "c", true],
  ]);
});
