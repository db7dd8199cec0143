import { expect } from "vitest";
import { given } from "../testing/playground.ts";
import type { HostileCase } from "./case.ts";
import { passed, reducer, stopped } from "./programs.ts";

/** Events and states are past: they cannot be changed. */
export const purity: HostileCase[] = [
  {
    id: "PUR-01",
    what: "the event is changed, by a name it has and by one it has not",
    async try(house) {
      for (const name of ["amount", "data.n", "data.other", "metadata.key"]) {
        const { end } = await stopped(house, reducer(`event.${name} = 999; return state;`), {
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
    async try(house) {
      const source = reducer("state.items.push(1); return state;", { initial: "{ items: [] }" });
      const { end } = await stopped(house, source, {
        verdict: "threw",
        says: /changed the state it was given, at `items\.0`.*return a new one, `\[\.\.\.list, item\]`/,
      });
      expect(end.state).toEqual({ items: [] });
    },
  },
  {
    id: "PUR-05",
    what: "a name of the state is deleted",
    async try(house) {
      const { end } = await stopped(house, reducer("delete state.n; return state;"), {
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
    async try(house) {
      const before = "const seen = []; globalThis.all = globalThis.all ?? [];";
      const keeping = "seen.push(event); all.push(event);";
      await passed(house, reducer(`${keeping} return { n: state.n + 1 };`, { before }), { n: 3 });
      // Where it shows in the state, it is found out.
      const { end, steps } = await house.run(
        reducer(`${keeping} return { n: seen.length + all.length };`, { before }),
      );
      expect(end).toMatchObject({
        verdict: "nondeterministic",
        message: expect.stringContaining("kept from before"),
      });
      // One run after the other began with empty lists.
      expect(steps[0]?.patch).toEqual([{ op: "replace", path: "/n", value: 2 }]);
      await passed(house, reducer("return { n: all.length };", { before }), { n: 0 }, { log: given(1) });
    },
  },
];
