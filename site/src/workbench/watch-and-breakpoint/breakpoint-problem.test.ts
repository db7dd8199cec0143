import { describe, expect, test } from "vitest";
import type { RawRecord } from "../../../../engine/fold/event.ts";
import { loadNodeEngine } from "../../../../engine/sandbox/node-engine.ts";
import { requestOf } from "../../../../engine/sandbox/testing/run-source.ts";
import type { FoldRequest, FoldSession } from "../../session/session-interface.ts";
import { assigns } from "./breakpoint-problem.ts";
import { evaluateWatches } from "./evaluate-watches.ts";
import type { WatchResults } from "./watch-results.ts";

const engine = await loadNodeEngine();
const source = `export const initialState = () => ({ total: 0, lines: {} });
export const evolve = (state, event) =>
  ({ total: state.total + event.data.n, lines: { ...state.lines, ["n" + event.data.n]: { n: 1 } } });`;
const records = [30, 50, 40].map(
  (n, offset): RawRecord => ({
    position: { topic: "given", partition: 0, offset },
    timestamp: 0,
    key: "k",
    headers: {},
    value: JSON.stringify({ type: "Added", data: { n } }),
  }),
);

/** A session that folds the three records in the engine itself. */
function engineSession() {
  let folds = 0;
  const run: FoldSession["run"] = ({ asks }, listen) => {
    folds++;
    void engine.run(requestOf(source, { records, ...asks }), listen);
    return { cancel() {} };
  };
  return { session: { run } as unknown as FoldSession, folds: () => folds };
}

const request = { source, log: { kind: "lesson" } } as unknown as FoldRequest;

async function stopWhere(breakpoint: string) {
  const { session, folds } = engineSession();
  const results = await new Promise<WatchResults>((tell) =>
    evaluateWatches(session, request, { breakpoint }, tell),
  );
  return { problem: results.problems[breakpoint], breaks: results.breaks, folds: folds() };
}

test("a breakpoint that fails at every step says so, with the engine's reason", async () => {
  const { problem, breaks } = await stopWhere("state.cart.total > 1");
  expect(problem).toMatch(/^fails at all 3 steps and is true at none: TypeError: /);
  expect(breaks).toEqual([]);
});

test("one that fails at some steps and is true at none says at how many", async () => {
  expect((await stopWhere("state.lines.n50.n > 1")).problem).toMatch(
    /^fails at 1 of 3 steps and is true at none: TypeError: /,
  );
});

test("a condition that is true somewhere, or only never true, has no problem", async () => {
  expect(await stopWhere("state.total > 100")).toEqual({ problem: undefined, breaks: [2], folds: 1 });
  expect(await stopWhere("state.total > 1000")).toMatchObject({ problem: undefined, breaks: [] });
});

test("an assignment is refused before anything is folded, and the sentence names ===", async () => {
  for (const text of ["state.total = 100", "state = 5", "event.data.n++"]) {
    const { problem, folds } = await stopWhere(text);
    expect(problem).toContain("===");
    expect(folds).toBe(0);
  }
});

describe("what is no assignment", () => {
  test.each([
    "state.total === 100",
    "state.total == 100",
    "state.total !== 100 && state.total != 1",
    "state.total >= 100 || state.total <= 2",
    "Object.values(state.lines).some((line) => line.n > 1)",
    'event.data.note === "a = b"',
    "event.data.note === 'it\\'s = 1'",
    "`$" + "{key}=1` === key",
  ])("%s", (text) => expect(assigns(text)).toBe(false));
});
