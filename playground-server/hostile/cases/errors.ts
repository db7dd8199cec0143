import { expect } from "vitest";
import type { HostileCase } from "../case.ts";
import { expectStop, reducer, stopped } from "../expect-run-end.ts";

/** What is thrown, and what is told of it. */
export const errors: HostileCase[] = [
  {
    id: "ERR-01",
    what: "an Error: its message, and the line of the learner's own code",
    async try(target) {
      const source = `export const initialState = (): number => 0;
export function evolve(state: number, event: unknown): number {
  throw new Error("insufficient funds");
}`;
      const { end } = await stopped(target, source, {
        verdict: "threw",
        says: /^Error: insufficient funds\. ./,
      });
      expect(end.at?.source).toMatchObject({ line: 3, frame: expect.stringMatching(/^ {2}throw new Error/) });
    },
  },
  expectStop("ERR-03", "an object without a message", reducer("throw { code: 42 };"), {
    verdict: "threw",
    says: /threw an object without a message/,
  }),
  {
    id: "ERR-05",
    what: "what throws or loops while it is looked at",
    async try(target) {
      // A getter is not called, so there is no loop to stop.
      await stopped(target, reducer("throw { get message() { for (;;); } };"), {
        verdict: "threw",
        says: /threw an object without a message/,
      });
      await stopped(target, reducer("throw new Proxy({}, { getOwnPropertyDescriptor() { throw 1; } });"), {
        verdict: "threw",
        says: /threw something that cannot be printed/,
      });
      await stopped(target, reducer("throw new Proxy({}, { getOwnPropertyDescriptor() { for (;;); } });"), {
        verdict: "time-limit",
        says: /past the step limit.*\?/,
      });
    },
  },
  {
    id: "ERR-07",
    what: "HTML in a message stays text, and no answer can be taken for a page",
    async try(target) {
      const source = reducer("throw new Error('<img src=x onerror=alert(1)>');");
      await stopped(target, source, { verdict: "threw", says: /^Error: <img src=x onerror=alert\(1\)>\./ });
      const { headers } = await target.ask("/api/runs", { body: { source, log: { records: [] } } });
      expect(headers["content-type"]).toMatch(/^application\/x-ndjson/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["content-security-policy"]).toBe("default-src 'none'");
    },
  },
  {
    id: "ERR-09",
    what: "a stack of the error's own making leads to no false place and is not told",
    async try(target) {
      for (const hostile of [
        "Object.defineProperty(e, 'stack', { get() { for (;;); } });",
        "e.stack = 'at evil (/etc/passwd:1:1) reducer.ts:99999:1';",
        "Error.prepareStackTrace = () => '/etc/passwd';",
      ]) {
        const source = reducer(`const e = new Error("mine"); ${hostile} throw e;`);
        const { end } = await stopped(target, source, { verdict: "threw", says: /^Error: mine\./ });
        expect(end.message).not.toMatch(/passwd|reducer\.ts/);
        expect(end.at?.source?.line ?? 3).toBe(3);
        expect(end.at?.source?.column ?? 1).toBeLessThan(99_999);
      }
    },
  },
  {
    // The host's function for lines takes one text and cannot be reached; what fails is making the text.
    id: "ERR-11",
    what: "a line that cannot be printed is told in general words, and nothing of ours is in the error",
    async try(target) {
      const source = reducer(`
console.log(new Proxy({}, { ownKeys() { throw new Error("mine"); } }));
let e;
try { console.log.apply(null, { length: 1e9 }); } catch (thrown) { e = thrown; }
return { n: state.n + 1, e: String(e), stack: String(e?.stack) };`);
      const { end, steps } = await target.run(source);
      expect(end).toMatchObject({
        verdict: "ok",
        state: { n: 3, e: expect.stringMatching(/^RangeError: too many/) },
      });
      expect(steps[0]?.console).toEqual(["Something here could not be printed."]);
      expect((end.state as { stack: string }).stack).not.toMatch(/driver|log \(/);
    },
  },
];
