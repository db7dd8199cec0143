import fc from "fast-check";
import { expect, test } from "vitest";
import type { Step, TraceEnd, TraceMessage, Watched } from "../../../../engine/fold/trace.ts";
import type { FoldRequest, FoldSession } from "../../session/session-interface.ts";
import { evaluateWatches } from "./evaluate-watches.ts";
import { nextBreak, previousBreak } from "./merge-watch-answers.ts";
import type { WatchResults } from "./watch-results.ts";

const end = (told: Partial<TraceEnd> = {}): TraceEnd => ({
  kind: "end",
  verdict: "ok",
  message: "",
  at: null,
  state: null,
  steps: 0,
  skipped: 0,
  ...told,
});
const step = (index: number, watched: Watched[], breaks?: true): Step => ({
  kind: "step",
  index,
  position: null,
  key: null,
  event: null,
  patch: [],
  console: [],
  watched,
  ...(breaks && { breaks }),
});

const expressionInvalid = (expression: string) => ({
  verdict: "compile-error" as const,
  message: `\`${expression}\` is not a valid expression.`,
  sentences: [{ code: "expression-invalid", params: { expression } }],
});

/** A session that refuses expressions with a `(` left open and gives each other its length after two steps. */
function fakeSession() {
  const asked: FoldRequest["asks"][] = [];
  const run: FoldSession["run"] = ({ asks }, listen) => {
    asked.push(asks);
    const { watches = [], breakpoint } = asks ?? {};
    const wrong = [...watches, breakpoint ?? ""].find((text) => text.endsWith("("));
    const values = watches.map((text) => ({ value: text.length }));
    const messages: TraceMessage[] = wrong
      ? [end(expressionInvalid(wrong))]
      : [step(0, values), step(1, values, breakpoint === undefined ? undefined : true), end()];
    queueMicrotask(() => messages.forEach(listen));
    return { cancel() {} };
  };
  return { asked, session: { run } as unknown as FoldSession };
}

const request = { source: "", log: { kind: "lesson" } } as unknown as FoldRequest;

test("an expression that is none is left out, the others are asked all the same", async () => {
  const { session, asked } = fakeSession();
  const watches = ["state", "oh(", "event.type", "no("];
  const told = await new Promise<WatchResults>((tell) =>
    evaluateWatches(session, request, { watches, breakpoint: "key" }, tell),
  );
  expect(asked.at(-1)).toEqual({ watches: ["state", "event.type"], breakpoint: "key" });
  expect(told.phase).toBe("answered");
  expect(told.problems).toEqual({
    "oh(": "`oh(` is not a valid expression.",
    "no(": "`no(` is not a valid expression.",
  });
  expect(told.breaks).toEqual([1]);
  expect(told.steps.map(({ watched }) => watched)[1]).toEqual([
    { value: 5 },
    { error: "`oh(` is not a valid expression." },
    { value: 10 },
    { error: "`no(` is not a valid expression." },
  ]);
});

test("where no expression is left nothing is folded, and the breakpoint's own sentence is there", async () => {
  const { session, asked } = fakeSession();
  const told = await new Promise<WatchResults>((tell) =>
    evaluateWatches(session, request, { breakpoint: "state.(" }, tell),
  );
  expect(asked).toHaveLength(1);
  expect(told).toMatchObject({
    phase: "answered",
    breaks: [],
    steps: [],
    problems: { "state.(": expect.stringContaining("not a valid expression") },
  });
});

test("next and previous lead to steps at which it holds, with none in between", () => {
  const rising = fc.uniqueArray(fc.nat(60)).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(rising, fc.integer({ min: -1, max: 61 }), (breaks, cursor) => {
      const next = nextBreak(breaks, cursor);
      const previous = previousBreak(breaks, cursor);
      expect(breaks.filter((i) => i > cursor && (next === null || i < next))).toEqual([]);
      expect(breaks.filter((i) => i < cursor && (previous === null || i > previous))).toEqual([]);
      if (next !== null) expect(breaks).toContain(next);
      if (previous !== null) expect(breaks).toContain(previous);
    }),
  );
});
