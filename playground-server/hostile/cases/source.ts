import { expect } from "vitest";
import { givenRecords } from "../../testing/test-playground.ts";
import type { HostileCase } from "../case.ts";
import { expectStop, passed, passes, reducer, stopped } from "../expect-run-end.ts";

const initial = "export const initialState = () => ({ n: 0 });\n";
const unread = (says: RegExp) => ({ verdict: "compile-error" as const, says, index: -1 });

/** The text of the source, and how it is read. */
export const source: HostileCase[] = [
  expectStop(
    "SRC-01",
    "nothing, or only a comment",
    ["", "// nothing"],
    unread(/Export a function named `initialState`/),
  ),
  expectStop("SRC-03", "twenty thousand small functions", "function a(){};".repeat(20_000), {
    verdict: "source-too-large",
    says: /300,000 bytes long; the limit is 65,536\. ./,
    index: -1,
  }),
  expectStop(
    "SRC-05",
    "a comment, a template or a function that is not closed swallows nothing of ours",
    ["/*", "`", "`${", "})(); (function () {"].map(
      (end) => `${initial}export const evolve = (s) => s; ${end}`,
    ),
    unread(/^Line 2: .*\. ./),
  ),
  passes(
    "SRC-07",
    "a comment at the end without a line's end",
    `${initial}export const evolve = (s) => s //`,
    { n: 0 },
  ),
  expectStop("SRC-09", "a class as the reducer", `${initial}export class evolve {}`, {
    verdict: "threw",
    says: /class constructors must be invoked with 'new'\. Export a function here, not a class/,
  }),
  {
    id: "SRC-11",
    what: "every kind of line's end, and a byte order mark: the lines of errors are right",
    async try(target) {
      await passed(target, `\ufeff${initial}export const evolve = () => ({ n: 1\r\n+1 });`, { n: 2 });
      for (const end of ["\n", "\r\n", "\r", "\u2028", "\u2029"]) {
        const lines = [
          "const a = 1;",
          "export const initialState = () => 0;",
          "export const evolve = () => {",
        ];
        const thrower = [...lines, "  throw new Error('here');", "};"].join(end);
        const { end: told } = await stopped(target, thrower, { verdict: "threw", says: /^Error: here\./ });
        // Editors do not count U+2028 and U+2029: for them it is all one line.
        const line = /[\u2028\u2029]/.test(end) ? 1 : 4;
        expect(told.at?.source, JSON.stringify(end)).toMatchObject({
          line,
          frame: expect.stringContaining("  throw new Error"),
        });
      }
      // Data may hold them as well.
      const records = [{ key: "a\u2028b", event: { type: "Said", data: { text: "c\u2029d\u0085" } } }];
      await passed(
        target,
        reducer("return { text: event.data.text };"),
        { text: "c\u2029d\u0085" },
        { log: { records } },
      );
    },
  },
  {
    id: "SRC-13",
    what: "the rules of modules: a hashbang may stand there, a comment of HTML may not",
    async try(target) {
      await passed(target, `#!/x\n${initial}export const evolve = (s) => s;`, { n: 0 });
      for (const comment of ["const y = 1 <!-- c", "<!-- c", "--> c"]) {
        await stopped(
          target,
          `${initial}export const evolve = (s) => s\n${comment}\n`,
          unread(/^Line 3: .*comments/),
        );
      }
    },
  },
  {
    id: "SRC-15",
    what: "half a character in the source, in a state and in a message",
    async try(target) {
      const raw = JSON.stringify({ source: reducer("return { n: 'RAW'.length };"), log: givenRecords(1) });
      const { status, text } = await target.ask("/api/runs", { body: raw.replace("RAW", "\\ud800") });
      expect(status).toBe(200);
      expect(JSON.parse(text.trimEnd().split("\n").at(-1) ?? "")).toMatchObject({
        verdict: "ok",
        state: { n: 1 },
      });
      await passed(target, reducer("return { n: '\\ud800' };"), { n: "\ud800" });
      await stopped(target, reducer("throw new Error('\\ud800');"), { verdict: "threw", says: /^Error: / });
    },
  },
  expectStop(
    "SRC-17",
    "await outside a function",
    ["await 0;", "await new Promise(() => {});", "for await (const x of []) {}"].map(
      (wait) => `${initial}${wait} export const evolve = (s) => s;`,
    ),
    unread(/A fold never waits\. Remove await/),
  ),
  {
    id: "SRC-19",
    what: "a comment that names a source map is a comment",
    async try(target) {
      // An address of this very server: what is fetched would show there.
      const map = `//# sourceMappingURL=${target.address}/api/exercises\n//# sourceURL=/etc/passwd`;
      await passed(target, `${initial}export const evolve = (s) => s;\n${map}`, { n: 0 });
      const thrower = `${initial}export const evolve = () => { throw new Error("x"); };\n${map}`;
      const { text, end } = await stopped(target, thrower, { verdict: "threw", says: /^Error: x\./ });
      expect(end.at?.source?.line).toBe(2);
      expect(text).not.toMatch(/passwd|sourceMapping/);
    },
  },
];
