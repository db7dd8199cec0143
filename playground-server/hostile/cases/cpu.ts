import { expect } from "vitest";
import { limits } from "../../../engine/sandbox/limits.ts";
import { givenRecords } from "../../testing/test-playground.ts";
import type { HostileCase } from "../case.ts";
import { expectStop, reducer, reducerAt, stopped } from "../expect-run-end.ts";
import { settleAll } from "../settle-all.ts";

const tooLong = { verdict: "time-limit", says: /past the step limit|more than [\d.]+ s.*\?/ } as const;
const tooMuch = { verdict: "memory-limit", says: /32 MB.*\?/ } as const;

/** How often the plainest loop goes round in one tick of the engine. */
const roundsPerTick = 10_000;
const busyFor = (share: number) =>
  reducer(`let i = ${share * limits.ticksPerEvent * roundsPerTick}; while (i--); return { n: i };`);

/** Loops that the engine does poll. */
export const cpu: HostileCase[] = [
  {
    id: "CPU-01",
    what: "a plain endless loop is stopped softly: its process goes on to serve others",
    async try(target) {
      const before = target.sandboxes.toSorted();
      await stopped(target, reducer("while (true) {}"), tooLong);
      expect(target.sandboxes.toSorted()).toEqual(before);
    },
  },
  {
    id: "CPU-03",
    what: "a finally that recurses into the loop: no finally runs after the stop",
    async try(target) {
      const source = reducer(
        "function f() { try { console.log('try'); for (;;); } finally { console.log('finally'); f(); } } f();",
      );
      const { end } = await stopped(target, source, tooLong);
      expect(end.at?.console).toEqual(["try"]);
    },
  },
  {
    id: "CPU-05",
    what: "a loop at the record at offset 17: the steps before it are kept, however it is stopped",
    async try(target) {
      // The first is stopped by the engine, the second by killing the process.
      for (const loop of ["for (;;);", "'' + new Array(1e9);"]) {
        const body = { log: givenRecords(22) };
        const { end, steps } = await stopped(target, reducerAt(17, loop), { ...tooLong, index: 17, body });
        expect(end.state).toEqual({ n: 17 });
        expect(steps.at(-1)?.position?.offset).toBe(16);
      }
    },
  },
  {
    id: "CPU-07",
    what: "slow but finite: four fifths of the budget pass every time, beside others that do the same",
    async try(target) {
      // The budget counts ticks, which are the same every time. Four at once keep two processors more than busy.
      const body = { log: givenRecords(1) };
      const at = async (session: string) => {
        for (let i = 0; i < 3; i++) {
          const { end } = await target.run(busyFor(0.8), body, session);
          expect(end.verdict, end.message).toBe("ok");
        }
      };
      await settleAll(Array.from({ length: 4 }, () => at(target.session())));
      expect((await target.run(busyFor(0.8), body)).end.verdict).toBe("ok");
      // The budget is as near as that: a little more than it does not pass.
      await stopped(target, busyFor(1.1), { ...tooLong, body });
    },
  },
  // The table has time-limit. Here the list of numbers is at 32 MB first.
  expectStop(
    "CPU-09",
    "an endless generator spread into a list",
    reducer("function* g() { for (;;) yield 1; } return [...g()];"),
    tooMuch,
  ),
  {
    id: "CPU-11",
    what: "a big default sort: two million numbers do not fit, fewer are sorted until the time is over",
    async try(target) {
      const list = (length: number) =>
        `const a = Array.from({ length: ${length} }, (_, i) => ${length} - i);`;
      await stopped(target, reducer(`${list(2_000_000)} a.sort(); return { n: a[0] };`), tooMuch);
      await stopped(target, reducer(`${list(100_000)} for (;;) { a.sort(); a.sort(() => -1); }`), tooLong);
    },
  },
  // Code that is kept, as that of a global eval is, fills the memory instead.
  expectStop(
    "CPU-13",
    "a flood of eval and Function",
    ["eval('var v' + i + ' = 1')", "new Function('var v' + i + ' = 1')"].map((one) =>
      reducer(`for (let i = 0; ; i++) ${one};`),
    ),
    tooLong,
  ),
  expectStop(
    "CPU-15",
    "a chain of prototypes that a proxy makes endless",
    reducer("const p = new Proxy({}, { getPrototypeOf() { return p; } }); return { n: p instanceof Array };"),
    tooLong,
  ),
];
