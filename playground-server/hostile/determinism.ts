import { expect } from "vitest";
import { given } from "../testing/playground.ts";
import type { HostileCase } from "./case.ts";
import type { House } from "./house.ts";
import { passed, reducer, stopped } from "./programs.ts";
import { together } from "./together.ts";

/** Runs a program whose states are other ones the second time, from the first record on. */
async function differs(house: House, expression: string, path = "v"): Promise<void> {
  const { end, steps } = await house.run(reducer(`return { v: ${expression} };`));
  expect(end.verdict, end.message).toBe("nondeterministic");
  expect(end.message).toMatch(
    new RegExp(
      `^Folded twice, .* different answers at \`${path}\`\\. .*records alone.*event\\.metadata.*\\.$`,
    ),
  );
  expect(end.at).toMatchObject({ index: 0, position: { offset: 0 } });
  // The first fold stays to be looked at.
  expect(steps).toHaveLength(3);
}

/** The same code over the same log is the same fold. */
export const determinism: HostileCase[] = [
  { id: "DET-01", what: "chance in the state", try: (house) => differs(house, "Math.random()") },
  {
    id: "DET-03",
    what: "the clock as text; a zone and a language are the same everywhere",
    async try(house) {
      await differs(house, "String(new Date())");
      await differs(house, "new Date().toLocaleString()");
      const fixed =
        "[new Date(2026, 6, 1).getTimezoneOffset(), typeof Intl, new Date(0).toLocaleDateString()]";
      await passed(house, reducer(`return { v: ${fixed} };`), { v: [0, "undefined", "01/01/1970"] });
    },
  },
  {
    id: "DET-05",
    what: "a counter outside the state",
    try: (house) => differs(house, "globalThis.c = (globalThis.c || 0) + 1"),
  },
  {
    id: "DET-07",
    what: "performance.now, which is not there",
    async try(house) {
      await stopped(house, reducer("return { t: performance.now() };"), {
        verdict: "threw",
        says: /ReferenceError: performance is not defined\. .*the record/,
      });
    },
  },
  {
    id: "DET-09",
    what: "the same twice, by another learner and beside others: the same bytes",
    async try(house) {
      const source = reducer(
        "console.log(state); return { ...state, ['k' + event.data.n]: [event.metadata.id, 0.1 * event.data.n, 'é😀'] };",
      );
      const bytes = async (session: string) => {
        const { text, start } = await house.run(source, { log: given(250), seed: 7 }, session);
        // The id of the run is all that is its own.
        return text.replaceAll(start.runId, "run");
      };
      const [first, ...others] = await together([house.learner, house.session(), house.session()].map(bytes));
      expect(others).toEqual([first, first]);
      expect(await bytes(house.learner)).toBe(first);
    },
  },
];
