import { expect } from "vitest";
import { given, summing, until } from "../testing/playground.ts";
import type { HostileCase } from "./case.ts";
import type { House } from "./house.ts";
import { onPage, stepsOf } from "./page.ts";
import { residentBytes, worker } from "./processes.ts";

/** What the guest makes and nobody ever frees by hand. */
const leaving = summing(
  "globalThis.kept ??= []; kept.push(() => state, Promise.resolve(event), new Proxy({}, {}), Symbol(), new Array(20_000).fill(event));",
);
/** Takes long enough to be met in the middle, and ends by itself. */
const slow = summing("let n = 0; for (let i = 0; i < 40_000; i++) n += i;");
const slowRecords = 22;

/** What a state may not be, and what the sentence about it names. */
const unreadable: [returned: string, names: RegExp][] = [
  ["const o = {}; o.self = o; return o;", /circle|cycle/i],
  ["return { n: 1n };", /bigint/i],
  ["return { m: new Map([[1, 2]]) };", /map/i],
  ["return { p: new Proxy({}, { ownKeys() { throw { forged: true }; } }) };", /./],
];

/** The bridge between the engine and us. Handles and `dump` are another engine's words: here is what they stand for. */
export const bridge: HostileCase[] = [
  {
    id: "BRG-01",
    what: "guest values that nobody frees",
    async try(house) {
      const runs = async (count: number) => {
        for (let i = 0; i < count; i++) expect((await house.run(leaving)).end.verdict).toBe("ok");
        return house.sandboxes.reduce((sum, pid) => sum + residentBytes(pid), 0);
      };
      const warm = await runs(10);
      // Each run leaves a megabyte and more; all of it goes with the run's instance.
      expect((await runs(30)) - warm).toBeLessThan(40 * 1024 * 1024);
    },
  },
  {
    id: "BRG-03",
    what: "states that would change silently on their way out",
    async try(house) {
      for (const [returned, names] of unreadable) {
        const { end } = await house.run(
          `export const initialState = () => ({}); export const evolve = () => { ${returned} };`,
        );
        expect(end.verdict, returned).toMatch(/^(state-invalid|threw)$/);
        expect(end.message, returned).toMatch(names);
        expect(end.message).not.toContain("[object");
        expect(end.state).toEqual({});
      }
    },
  },
  {
    id: "BRG-05",
    what: "one instance for two learners",
    async try(house) {
      const marking = summing(
        'globalThis.secret = "of one"; Array.prototype.secret = "of one"; Object.prototype.secret = "of one";',
      );
      const looking =
        'export const initialState = () => []; export const evolve = () => [typeof secret, String([].secret), "secret" in globalThis];';
      const nothing = ["undefined", "undefined", false];
      const other = house.session();
      // More often than there are processes: each has had the marking run before at least once.
      for (let i = 0; i <= house.sandboxes.length; i++) {
        const [, after] = await Promise.all([house.run(marking), house.run(looking, {}, other)]);
        expect(after.end).toMatchObject({ verdict: "ok", state: nothing });
      }
      expect((await house.run(looking, {}, other)).end.state).toEqual(nothing);
    },
  },
  {
    id: "BRG-07",
    what: "the sandbox process dies in the middle of a run",
    async try(house) {
      expect(await killed(house, 1)).toMatchObject({ verdict: "ok", state: { count: slowRecords } });
      expect(await killed(house, 2)).toMatchObject({ verdict: "engine-fault" });
    },
  },
  {
    id: "BRG-09",
    what: "V8 itself runs out of memory",
    async try(house) {
      // What V8 does then: it aborts the whole process, and nothing in the process can answer any more.
      expect(await killed(house, 1, "SIGABRT")).toMatchObject({
        verdict: "ok",
        state: { count: slowRecords },
      });
    },
  },
];

/** The end of a slow run whose process dies so many times. The learner sees each step once, and one end. */
async function killed(house: House, times: number, signal: NodeJS.Signals = "SIGKILL") {
  return onPage(house, async (page) => {
    page.send({ kind: "run", id: "slow", source: slow, log: given(slowRecords) });
    await until(() => stepsOf(page, "slow").length > 3, "the first steps");
    let pid: number | undefined;
    for (let i = 0; i < times; i++) {
      pid = await worker(house, pid);
      process.kill(pid, signal);
    }
    const end = await page.end("slow");
    const indexes = stepsOf(page, "slow").map(({ index }) => index);
    expect(indexes).toEqual(Array.from({ length: end.steps }, (_, i) => i));
    expect(page.answers("slow").filter(({ kind }) => kind === "end")).toHaveLength(1);
    return end;
  });
}
