import { expect } from "vitest";
import { givenRecords } from "../../testing/test-playground.ts";
import type { HostileCase } from "../case.ts";
import { passed, reducer, stopped } from "../expect-run-end.ts";

/** Events and states are past: they cannot be changed. */
export const purity: HostileCase[] = [
  {
    id: "PUR-01",
    what: "the event is changed, by a name it has and by one it has not",
    async try(target) {
      for (const name of ["amount", "data.n", "data.other", "metadata.key"]) {
        const { end } = await stopped(target, reducer(`event.${name} = 999; return state;`), {
          verdict: "threw",
          says: new RegExp(`changed the event it was given, at \`${name}\`.*read-only`),
        });
        expect(end.at?.changed).toEqual({ of: "event", path: name.split(".") });
      }
    },
  },
  {
    id: "PUR-03",
    what: "something is pushed into the list of the state before, with the hint to copy it",
    async try(target) {
      const source = reducer("state.items.push(1); return state;", { initial: "{ items: [] }" });
      const { end } = await stopped(target, source, {
        verdict: "threw",
        says: /changed the state it was given, at `items\.0`.*return a new list, `\[\.\.\.list, item\]`/,
      });
      expect(end.state).toEqual({ items: [] });
    },
  },
  {
    id: "PUR-05",
    what: "a name of the state is deleted",
    async try(target) {
      const { end } = await stopped(target, reducer("delete state.n; return state;"), {
        verdict: "threw",
        says: /changed the state it was given, at `n`.*return a copy without it/,
      });
      expect(end.at?.mutated).toBe("n");
      expect(end.state).toEqual({ n: 0 });
    },
  },
  {
    id: "PUR-07",
    what: "events are kept in a list outside the state: the next run starts with an empty one",
    async try(target) {
      const before = "const seen = []; globalThis.all = globalThis.all ?? [];";
      const keeping = "seen.push(event); all.push(event);";
      await passed(target, reducer(`${keeping} return { n: state.n + 1 };`, { before }), { n: 3 });
      // Where it shows in the state, it is found out.
      const { end, steps } = await target.run(
        reducer(`${keeping} return { n: seen.length + all.length };`, { before }),
      );
      expect(end).toMatchObject({
        verdict: "nondeterministic",
        message: expect.stringContaining("variables outside the state"),
      });
      // One run after the other began with empty lists.
      expect(steps[0]?.patch).toEqual([{ op: "replace", path: "/n", value: 2 }]);
      await passed(
        target,
        reducer("return { n: all.length };", { before }),
        { n: 0 },
        { log: givenRecords(1) },
      );
    },
  },
];
