import { expect } from "vitest";
import { limits } from "../../engine/sandbox/limits.ts";
import { given, summing } from "../testing/playground.ts";
import { readRun } from "./answered.ts";
import type { HostileCase } from "./case.ts";
import { produce } from "./producing.ts";
import { passed, reducer, stopped, stops } from "./programs.ts";

const many = 10_000;

/** Console lines and the size of answers. */
export const output: HostileCase[] = [
  {
    id: "OUT-01",
    what: "a flood of lines: the first of them, a word that it is cut, and the run ends by its own limit",
    async try(house) {
      const { end } = await stopped(house, reducer("for (;;) console.log('x'.repeat(120));"), {
        verdict: "time-limit",
        says: /too long.*\?/,
      });
      const lines = end.at?.console ?? [];
      expect(lines.slice(0, -1)).toEqual(Array.from({ length: limits.consoleLines }, () => "x".repeat(120)));
      expect(lines.at(-1)).toMatch(/cut/);
      // In bytes as well as in lines, and over all steps together.
      const wide = reducer(
        "for (let i = 0; i < 50; i++) console.log('y'.repeat(5000)); return { n: state.n + 1 };",
      );
      const { steps } = await passed(house, wide, { n: 3 });
      const printed = steps.flatMap((step) => step.console);
      expect(printed.every((line) => line.length <= limits.consoleLineCharacters)).toBe(true);
      expect(printed.join("").length).toBeLessThan(limits.consoleCharacters + limits.consoleLineCharacters);
      expect(printed.at(-1)).toMatch(/cut/);
    },
  },
  {
    id: "OUT-03",
    what: "objects are printed as a short preview, made under the run's own budget",
    async try(house) {
      const value =
        "{ a: { b: { c: { d: 1 } } }, l: [1, [2, [3]]], f() {}, s: Symbol('x'), get g() { return 1; } }";
      const { steps } = await passed(
        house,
        reducer(`console.log('n', ${value}, null, 1n); return { n: 1 };`),
        { n: 1 },
      );
      expect(steps[0]?.console).toEqual([
        "n { a: { b: { c: {…} } }, l: [1, [2, […]]], f: [function], s: [symbol], g: [getter] } null 1",
      ]);
      const cycle = "const o = {}; o.o = o; o.p = o;";
      await passed(house, reducer(`${cycle} console.log(o); return { n: 1 };`), { n: 1 });
      await stopped(
        house,
        reducer("console.log(new Proxy({}, { ownKeys() { for (;;); } })); return state;"),
        {
          verdict: "time-limit",
          says: /too long.*\?/,
        },
      );
    },
  },
  stops(
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
    what: "ten thousand records with a small state each: no more steps than one answer holds, the others in windows",
    async try(house) {
      // As many as come with a request give a whole trace.
      const { steps, keyframes } = await passed(
        house,
        summing(),
        { count: limits.traceRecords },
        { log: given(limits.traceRecords) },
      );
      expect(steps).toHaveLength(limits.traceRecords);
      expect(keyframes).toHaveLength(limits.traceRecords / 100);
      const more = await house.ask("/api/runs", {
        body: { source: summing(), log: given(limits.traceRecords + 1) },
      });
      expect(more.status).toBe(400);
      // From Kafka there may be more: told by their count, and looked at window by window.
      const value = JSON.stringify({ type: "Counted", data: { n: 1 } });
      const topic = await produce(house, "many", [Array.from({ length: many }, () => ({ key: "k", value }))]);
      const long = await house.run(summing(), { log: { topic } });
      expect(long.end).toMatchObject({ verdict: "ok", steps: many, state: { count: many } });
      expect(long.steps).toEqual([]);
      const place = `/api/runs/${long.start.runId}/window?partition=0&offset=${many - 10}`;
      const window = await readRun((await house.ask(place)).text);
      expect(window.steps.length).toBeLessThan(limits.traceRecords);
      const step = window.steps.find(({ position }) => position?.offset === many - 10);
      expect(step?.patch).toEqual([{ op: "replace", path: "/count", value: many - 9 }]);
    },
  },
];
