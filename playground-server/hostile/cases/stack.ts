import type { HostileCase } from "../case.ts";
import { expectStop, passed, reducer, stopped } from "../expect-run-end.ts";

const tooDeep = { verdict: "stack-limit", says: /too deeply.*\?/ } as const;
const unreadable = { verdict: "compile-error", says: /deep/, index: -1 } as const;

/** Recursion and the stack. */
export const stack: HostileCase[] = [
  expectStop(
    "STK-01",
    "recursion without end",
    reducer("function f() { return f() + 1; } return f();"),
    tooDeep,
  ),
  expectStop(
    "STK-03",
    "recursion through toString, a getter and a template",
    [
      'const o = { toString() { return "" + o; } }; return { n: "" + o };',
      "const o = { get a() { return o.a; } }; return { n: o.a };",
      "const o = { toString() { return `$" + "{o}`; } }; return { n: `$" + "{o}` };",
    ].map((body) => reducer(body)),
    tooDeep,
  ),
  expectStop(
    "STK-05",
    "a list that holds itself, joined",
    ["a.join()", "String(a)"].map((text) => reducer(`const a = []; a.push(a, a); return { n: ${text} };`)),
    tooDeep,
  ),
  expectStop(
    "STK-07",
    "JSON nested 200,000 deep",
    reducer('return JSON.parse("[".repeat(200000) + "]".repeat(200000));'),
    tooDeep,
  ),
  {
    id: "STK-09",
    what: "sources that recurse a parser to death, with brackets and without",
    async try(target) {
      await stopped(target, "(".repeat(60_000), unreadable);
      const chains = ["!", "- ", "a => ", "x = ", "new ", "typeof ", "`${", "if (1) "];
      for (const link of chains) {
        const source = reducer(
          `let x; x = ${link.repeat(Math.floor(60_000 / link.length))} 1; return state;`,
        );
        await stopped(target, link.startsWith("if") ? source.replace("x = if", "if") : source, unreadable);
      }
    },
  },
  {
    id: "STK-11",
    what: "after what broke the parser or the stack, a good reducer passes in a new instance",
    async try(target) {
      await stopped(target, reducer(`return ${"- ".repeat(30_000)} 1;`), unreadable);
      await passed(target, reducer("return { n: state.n + 1 };"), { n: 3 });
      await stopped(target, reducer("const f = () => f() + 1; return f();"), tooDeep);
      await passed(target, reducer("return { n: state.n + 1 };"), { n: 3 });
    },
  },
];
