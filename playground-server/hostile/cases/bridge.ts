import { expect } from "vitest";
import { givenRecords, summingSource, waitForCondition } from "../../testing/test-playground.ts";
import type { HostileCase } from "../case.ts";
import { busyWorkerPid, residentBytes } from "../inspect-sandbox-process.ts";
import type { TargetServer } from "../target-server.ts";
import { stepsOf, withPage } from "../websocket-page.ts";

/** What the guest makes and nobody ever frees by hand. */
const leaving = summingSource(
  "globalThis.kept ??= []; kept.push(() => state, Promise.resolve(event), new Proxy({}, {}), Symbol(), new Array(20_000).fill(event));",
);
/** Takes long enough to be met in the middle, and ends by itself. */
const slow = summingSource("let n = 0; for (let i = 0; i < 40_000; i++) n += i;");
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
    async try(target) {
      const runs = async (count: number) => {
        for (let i = 0; i < count; i++) expect((await target.run(leaving)).end.verdict).toBe("ok");
        return target.sandboxes.reduce((sum, pid) => sum + residentBytes(pid), 0);
      };
      const warm = await runs(10);
      // Each run leaves a megabyte and more; all of it goes with the run's instance.
      expect((await runs(30)) - warm).toBeLessThan(40 * 1024 * 1024);
    },
  },
  {
    id: "BRG-03",
    what: "states that would change silently on their way out",
    async try(target) {
      for (const [returned, names] of unreadable) {
        const { end } = await target.run(
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
    async try(target) {
      const marking = summingSource(
        'globalThis.secret = "of one"; Array.prototype.secret = "of one"; Object.prototype.secret = "of one";',
      );
      const looking =
        'export const initialState = () => []; export const evolve = () => [typeof secret, String([].secret), "secret" in globalThis];';
      const nothing = ["undefined", "undefined", false];
      const other = target.session();
      // More often than there are processes: each has had the marking run before at least once.
      for (let i = 0; i <= target.sandboxes.length; i++) {
        const [, after] = await Promise.all([target.run(marking), target.run(looking, {}, other)]);
        expect(after.end).toMatchObject({ verdict: "ok", state: nothing });
      }
      expect((await target.run(looking, {}, other)).end.state).toEqual(nothing);
    },
  },
  {
    id: "BRG-07",
    what: "the sandbox process dies in the middle of a run",
    async try(target) {
      expect(await killed(target, 1)).toMatchObject({ verdict: "ok", state: { count: slowRecords } });
      expect(await killed(target, 2)).toMatchObject({ verdict: "engine-fault" });
    },
  },
  {
    id: "BRG-09",
    what: "V8 itself runs out of memory",
    async try(target) {
      // What V8 does then: it aborts the whole process, and nothing in the process can answer any more.
      expect(await killed(target, 1, "SIGABRT")).toMatchObject({
        verdict: "ok",
        state: { count: slowRecords },
      });
    },
  },
];

/** The end of a slow run whose process dies so many times. The learner sees each step once, and one end. */
async function killed(target: TargetServer, times: number, signal: NodeJS.Signals = "SIGKILL") {
  return withPage(target, async (page) => {
    page.send({ kind: "run", id: "slow", source: slow, log: givenRecords(slowRecords) });
    await waitForCondition(() => stepsOf(page, "slow").length > 3, "the first steps");
    let pid: number | undefined;
    for (let i = 0; i < times; i++) {
      pid = await busyWorkerPid(target, pid);
      process.kill(pid, signal);
    }
    const end = await page.end("slow");
    const indexes = stepsOf(page, "slow").map(({ index }) => index);
    expect(indexes).toEqual(Array.from({ length: end.steps }, (_, i) => i));
    expect(page.answers("slow").filter(({ kind }) => kind === "end")).toHaveLength(1);
    return end;
  });
}
