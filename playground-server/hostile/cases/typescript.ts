import { expect } from "vitest";
import type { HostileCase } from "../case.ts";
import { expectStop, passed, reducer, stopped } from "../expect-run-end.ts";
import { settleAll } from "../settle-all.ts";

const initial = "export const initialState = () => ({ n: 0 });\n";
const refused = (says: RegExp) => ({ verdict: "compile-error" as const, says, index: -1 });
const needsCompiling = (what: string, instead: string) =>
  refused(new RegExp(`^Line \\d+: Types are erased here.*${what} needs compiling\\. ${instead}`));
const tooLarge = { verdict: "source-too-large" as const, says: /bytes long; the limit is 65,536/, index: -1 };

/** TypeScript: types are erased, never compiled. */
export const typescript: HostileCase[] = [
  expectStop(
    "TS-01",
    "an enum, and what to use instead",
    ["enum A { X }", "const enum A { X }"].map((line) => `${line}\n${reducer("return state;")}`),
    needsCompiling("enum", "Use a union of strings, or an object"),
  ),
  expectStop(
    "TS-03",
    "a parameter property",
    `class A { constructor(private x: number) {} }\n${reducer("return state;")}`,
    needsCompiling("parameter property", "Declare the field"),
  ),
  expectStop(
    "TS-05",
    "import = and export =",
    ['import fs = require("fs");', "export = 1;"].map((line) => `${initial}${line}`),
    needsCompiling("(import equals declaration|export assignment)", "Write `export`"),
  ),
  expectStop(
    "TS-07",
    "a tag of JSX",
    ["<div/>", "<div>x</div>"].map((tag) => `${initial}const a = ${tag}; export const evolve = (s) => s;`),
    refused(/^Line 2: .*no JSX here/),
  ),
  {
    id: "TS-09",
    what: "everything that can be erased works, and no place moves",
    async try(target) {
      const source = `interface S { n: number }
export function initialState(): S { return { n: 0 } satisfies S; }
const kinds = ["a", "b"] as const;
function same(a: string): string; function same(a: number): number; function same(a: any): any { return a; }
abstract class A<T> { abstract x: T; declare y: string; readonly z?: number = 1; private w = 2; protected get q(): number { return this.w; } }
function checked(this: void, x?: number): asserts x is number {}
declare const nothing: string; type K = typeof kinds[number]; export type { K };
export const evolve = (state: S, event: { data: { n: number } }): S => {
  checked(1); if (state.n > 1) throw new RangeError("here " + kinds![0]);
  return { n: state!.n + same(1) } as S;
};`;
      const { end } = await stopped(target, source, {
        verdict: "threw",
        says: /^RangeError: here a\./,
        index: 2,
      });
      const line = source.split("\n")[8] ?? "";
      expect(end.at?.source).toMatchObject({ line: 9, frame: expect.stringContaining(line) });
      // Somewhere in what is thrown.
      expect(end.at?.source?.column).toBeGreaterThan(line.indexOf("new RangeError"));
    },
  },
  expectStop(
    "TS-11",
    "what may be generics, three thousand times",
    ["f<", "f <", "f\n<", "f/**/<", "f<a,", "a<b>(", "(a, b)<"].map(
      (part) => `${initial}const a = ${part.repeat(3_000)}`,
    ),
    refused(/\. \w/),
  ),
  {
    // The table has time-limit for 240 KB, which are too large here. What fits is nested too deeply for the engine.
    id: "TS-13",
    what: "else if thousands of times",
    async try(target) {
      const elses = (count: number) =>
        `${initial}export const evolve = (s, a) => { ${"if (a) {} else ".repeat(count)} {} return { n: s.n + 1 }; };`;
      await stopped(target, elses(20_000), tooLarge);
      for (const count of [4_000, 2_000]) {
        await stopped(target, elses(count), refused(/nested .*too deeply here, .*split it into functions/));
      }
      await passed(target, elses(300), { n: 3 });
    },
  },
  {
    id: "TS-15",
    what: "a sum of a hundred thousand numbers; one that fits but breaks the reader; one that works",
    async try(target) {
      const sum = (terms: number) =>
        `${initial}const x = ${"1+".repeat(terms)}1; export const evolve = () => ({ x });`;
      await stopped(target, sum(100_000), tooLarge);
      await stopped(
        target,
        sum(32_000),
        refused(/could not be read as TypeScript: .*Split it into functions/),
      );
      await passed(target, sum(3_000), { x: 3_001 });
    },
  },
  {
    id: "TS-17",
    what: "one learner breaks the compiler again and again, and the others' TypeScript is compiled",
    async try(target) {
      const bombs = ["- ".repeat(30_000), "f <".repeat(3_000), "1+".repeat(32_000)];
      const bombed = (async () => {
        for (const bomb of bombs) await stopped(target, `${initial}const a = ${bomb} 1;`, refused(/./));
      })();
      const good = `export const initialState = (): { n: number } => ({ n: 0 });
export const evolve = (state: { n: number }): { n: number } => ({ n: state.n + 1 } satisfies object);`;
      const learners = Array.from({ length: 5 }, async () => {
        const session = target.session();
        for (let i = 0; i < 10; i++) {
          const { end } = await target.run(good, {}, session);
          expect(end).toMatchObject({ verdict: "ok", state: { n: 3 } });
        }
      });
      await settleAll([bombed, ...learners]);
      // The table's hundred are fifty here: it is tried twice.
      await passed(target, good, { n: 3 });
    },
  },
];
