import type { HostileCase } from "../case.ts";
import { expectStop, passed, passes, reducer, stopped } from "../expect-run-end.ts";

const tooLong = { verdict: "time-limit", says: /regular expression|more than 1\.5 s/ } as const;

/** Regular expressions: their engine polls on its way. */
export const regularExpressions: HostileCase[] = [
  expectStop(
    "RGX-01",
    "a quantifier inside a quantifier, and a hint at it",
    reducer('return { n: /^(a+)+$/.test("a".repeat(40) + "!") };'),
    tooLong,
  ),
  expectStop(
    "RGX-03",
    "a polynomial one over a long text",
    reducer('return { n: /(x*)*y/.test("x".repeat(200000)) };'),
    tooLong,
  ),
  passes("RGX-05", "an empty lazy group ends", reducer('return { n: /()*?x/.exec(",") };'), { n: null }),
  {
    id: "RGX-07",
    what: "groups nested too deeply, and the next run on the same process passes",
    async try(target) {
      for (const pattern of ['"(?:".repeat(1e5) + ")".repeat(1e5)', '"(?:".repeat(1e5)']) {
        await stopped(target, reducer(`return { n: new RegExp(${pattern}).source };`), {
          verdict: "stack-limit",
          says: /too deeply.*\?/,
        });
      }
      await passed(target, reducer("return { n: /(?:(?:a))/.test('a') };"), { n: true });
    },
  },
];
