import { expect } from "vitest";
import { limits } from "../../../engine/sandbox/limits.ts";
import { givenRecords, summingSource } from "../../testing/test-playground.ts";
import type { HostileCase } from "../case.ts";
import { expectStop, passed, reducer, stopped } from "../expect-run-end.ts";
import { readRun } from "../parse-run-answer.ts";
import { produceRecords } from "../produce-records.ts";

/** More than the 20,000 records that may lie between two keyframes, and so in one window, whatever a machine's speed. */
const many = 30_000;

/** Console lines and the size of answers. */
export const output: HostileCase[] = [
  {
    id: "OUT-01",
    what: "a flood of lines: the first of them, a word that it is cut, and the run ends by its own limit",
    async try(target) {
      const { end } = await stopped(target, reducer("for (;;) console.log('x'.repeat(120));"), {
        verdict: "time-limit",
        says: /past the step limit.*\?/,
      });
      const lines = end.at?.console ?? [];
      expect(lines.slice(0, -1)).toEqual(Array.from({ length: limits.consoleLines }, () => "x".repeat(120)));
      expect(lines.at(-1)).toMatch(/cut/);
      // In bytes as well as in lines, and over all steps together.
      const wide = reducer(
        "for (let i = 0; i < 50; i++) console.log('y'.repeat(5000)); return { n: state.n + 1 };",
      );
      const { steps } = await passed(target, wide, { n: 3 });
      const printed = steps.flatMap((step) => step.console);
      expect(printed.every((line) => line.length <= limits.consoleLineCharacters)).toBe(true);
      expect(printed.join("").length).toBeLessThan(limits.consoleCharacters + limits.consoleLineCharacters);
      expect(printed.at(-1)).toMatch(/cut/);
    },
  },
  {
    id: "OUT-03",
    what: "objects are printed as a short preview, made under the run's own budget",
    async try(target) {
      const value =
        "{ a: { b: { c: { d: 1 } } }, l: [1, [2, [3]]], f() {}, s: Symbol('x'), get g() { return 1; } }";
      const { steps } = await passed(
        target,
        reducer(`console.log('n', ${value}, null, 1n); return { n: 1 };`),
        { n: 1 },
      );
      expect(steps[0]?.console).toEqual([
        "n { a: { b: { c: {…} } }, l: [1, [2, […]]], f: [function], s: [symbol], g: [getter] } null 1",
      ]);
      const cycle = "const o = {}; o.o = o; o.p = o;";
      await passed(target, reducer(`${cycle} console.log(o); return { n: 1 };`), { n: 1 });
      await stopped(
        target,
        reducer("console.log(new Proxy({}, { ownKeys() { for (;;); } })); return state;"),
        {
          verdict: "time-limit",
          says: /past the step limit.*\?/,
        },
      );
    },
  },
  expectStop(
    "OUT-05",
    "the console is taken away: their own problem",
    reducer("console.log('x'); return state;", { before: "console = null;" }),
    {
      verdict: "threw",
      says: /cannot read property 'log' of null\. ./,
    },
  ),
  {
    id: "OUT-07",
    what: "thirty thousand records with a small state each: no more steps than one answer holds, the others in windows",
    async try(target) {
      // As many as come with a request give a whole trace.
      const { steps, keyframes } = await passed(
        target,
        summingSource(),
        { count: limits.traceRecords },
        { log: givenRecords(limits.traceRecords) },
      );
      expect(steps).toHaveLength(limits.traceRecords);
      expect(keyframes).toHaveLength(limits.traceRecords / 100);
      const more = await target.ask("/api/runs", {
        body: { source: summingSource(), log: givenRecords(limits.traceRecords + 1) },
      });
      expect(more.status).toBe(400);
      // From Kafka there may be more: told by their count, and looked at window by window.
      const value = JSON.stringify({ type: "Counted", data: { n: 1 } });
      // In batches, as producers send them: a keyframe, at which a window begins, lies between two batches.
      const batch = Array.from({ length: 1_000 }, () => ({ key: "k", value }));
      const batches = Array.from({ length: many / batch.length }, () => batch);
      const topic = await produceRecords(target, "many", batches);
      const long = await target.run(summingSource(), { log: { topic } });
      expect(long.end).toMatchObject({ verdict: "ok", steps: many, state: { count: many } });
      expect(long.steps).toEqual([]);
      const place = `/api/runs/${long.start.runId}/window?partition=0&offset=${many - 10}`;
      const window = await readRun((await target.ask(place)).text);
      expect(window.steps.length).toBeLessThan(many);
      const step = window.steps.find(({ position }) => position?.offset === many - 10);
      expect(step?.patch).toEqual([{ op: "replace", path: "/count", value: many - 9 }]);
    },
  },
];
