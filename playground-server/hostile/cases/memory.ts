import type { HostileCase } from "../case.ts";
import { expectStop, passed, reducer, stopped } from "../expect-run-end.ts";

const tooMuch = { verdict: "memory-limit", says: /32 MB.*\?/ } as const;

/** Memory. The engine's own limit is at 32 MB, the maximum of its WebAssembly memory at 64 MB. */
export const memory: HostileCase[] = [
  expectStop(
    "MEM-01",
    "big texts without end",
    reducer('const c = []; for (;;) c.push("x".repeat(1 << 20));'),
    tooMuch,
  ),
  // The table has time-limit too; counted in ticks the memory is always used up first.
  expectStop(
    "MEM-03",
    "small objects without end, by a statement and inside built-ins",
    [
      "a.push({ a: 1, b: 2, c: [1] })",
      "a.push(new Map([[1, new Set([{}])]]))",
      "(({ b, ...rest }) => a.push(rest))({ b: 1, c: 2, d: 3 })",
    ].map((statement) => reducer(`const a = []; for (;;) ${statement};`)),
    tooMuch,
  ),
  expectStop("MEM-05", "one huge text", reducer('return { n: "x".repeat(500 << 20) };'), tooMuch),
  expectStop("MEM-07", "a text doubled without end", reducer('let s = "x"; for (;;) s += s;'), {
    verdict: "threw",
    says: /InternalError: string too long.*\?/,
  }),
  expectStop(
    "MEM-09",
    "a function bound a hundred thousand times",
    reducer("let f = () => 1; for (let i = 0; i < 1e5; i++) f = f.bind(null); return { n: f() };"),
    tooMuch,
  ),
  expectStop(
    "MEM-11",
    "huge BigInts by power, shift and product",
    [
      "2n ** (2n ** 22n)",
      "1n << (1n << 30n)",
      "(() => { let a = 2n ** (2n ** 19n); for (;;) a *= a; })()",
    ].map((value) => reducer(`return { n: ${value} > 0n };`)),
    { verdict: "threw", says: /RangeError: BigInt is too large.*\?/ },
  ),
  {
    id: "MEM-13",
    what: "a list nested three million deep is past the memory; one as deep as fits is let go without a recursion",
    async try(target) {
      const deep = (levels: number) =>
        `let list = null; for (let i = 0; i < ${levels}; i++) list = { list };`;
      // The table has time-limit; here the memory is used up first.
      await stopped(target, reducer(`${deep(3e6)} list = null; return state;`), tooMuch);
      await passed(target, reducer(`${deep(3e5)} list = null; return { n: 1 };`), { n: 1 });
    },
  },
  expectStop(
    "MEM-15",
    "a state of 25 MB: its length is looked at before anything is copied",
    ["{ n: 'x'.repeat(25e6) }", "'x'.repeat(25e6)"].map((state) => reducer(`return ${state};`)),
    { verdict: "state-invalid", says: /larger than 200,?000 characters\. Keep / },
  ),
];
