import { expect } from "vitest";
import { givenRecords } from "../../testing/test-playground.ts";
import type { HostileCase } from "../case.ts";
import { passed, reducer, stopped } from "../expect-run-end.ts";
import { settleAll } from "../settle-all.ts";
import type { TargetServer } from "../target-server.ts";

/** Runs a program whose states are other ones the second time, from the first record on. */
async function differs(target: TargetServer, expression: string, path = "v"): Promise<void> {
  const { end, steps } = await target.run(reducer(`return { v: ${expression} };`));
  expect(end.verdict, end.message).toBe("nondeterministic");
  expect(end.message).toMatch(
    new RegExp(
      `^Two folds of the same log gave different results at \`${path}\`\\. .*records only.*event\\.metadata.*\\.$`,
    ),
  );
  expect(end.at).toMatchObject({ index: 0, position: { offset: 0 } });
  // The first fold stays to be looked at.
  expect(steps).toHaveLength(3);
}

/** The same code over the same log is the same fold. */
export const determinism: HostileCase[] = [
  { id: "DET-01", what: "chance in the state", try: (target) => differs(target, "Math.random()") },
  {
    id: "DET-03",
    what: "the clock as text; a zone and a language are the same everywhere",
    async try(target) {
      await differs(target, "String(new Date())");
      await differs(target, "new Date().toLocaleString()");
      const fixed =
        "[new Date(2026, 6, 1).getTimezoneOffset(), typeof Intl, new Date(0).toLocaleDateString()]";
      await passed(target, reducer(`return { v: ${fixed} };`), { v: [0, "undefined", "01/01/1970"] });
    },
  },
  {
    id: "DET-05",
    what: "a counter outside the state",
    try: (target) => differs(target, "globalThis.c = (globalThis.c || 0) + 1"),
  },
  {
    id: "DET-07",
    what: "performance.now, which is not there",
    async try(target) {
      await stopped(target, reducer("return { t: performance.now() };"), {
        verdict: "threw",
        says: /ReferenceError: performance is not defined\. .*the record/,
      });
    },
  },
  {
    id: "DET-09",
    what: "the same twice, by another learner and beside others: the same bytes",
    async try(target) {
      const source = reducer(
        "console.log(state); return { ...state, ['k' + event.data.n]: [event.metadata.id, 0.1 * event.data.n, 'é😀'] };",
      );
      const bytes = async (session: string) => {
        const { text, start } = await target.run(source, { log: givenRecords(250), seed: 7 }, session);
        // The id of the run is all that is its own, and what it says while it waits for a slot.
        return text.replaceAll(start.runId, "run").replaceAll(/^\{"kind":"progress".*\n/gm, "");
      };
      const [first, ...others] = await settleAll(
        [target.learner, target.session(), target.session()].map(bytes),
      );
      expect(others).toEqual([first, first]);
      expect(await bytes(target.learner)).toBe(first);
    },
  },
];
