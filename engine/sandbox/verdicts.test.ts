import { expect, test } from "vitest";
import type { Verdict } from "../fold/trace.ts";
import { reducerWith, runSource } from "./testing/run-source.ts";

test("the steps before a throw are kept, and the place is in the learner's own TypeScript", async () => {
  const trace = await runSource(
    `export const initialState = (): { n: number } => ({ n: 0 });
export function evolve(state: { n: number }, event: any) {
  if (event.metadata.position.offset === 2) throw new Error("insufficient funds");
  return { n: state.n + 1 };
}`,
  );
  expect(trace.end).toMatchObject({ verdict: "threw", steps: 2, state: { n: 2 } });
  expect(trace.end.message).toContain("insufficient funds");
  expect(trace.end.at).toMatchObject({ index: 2, position: { offset: 2 }, source: { line: 3 } });
  expect(trace.end.at?.source?.frame).toContain("insufficient funds");
});

const stops: [verdict: Verdict, what: string, source: string, says: RegExp][] = [
  ["time-limit", "an endless loop", reducerWith("while (true) {}"), /loop/],
  [
    "time-limit",
    "finally that loops again",
    reducerWith("const f = () => { try { for (;;); } finally { f(); } }; f();"),
    /loop/,
  ],
  [
    "memory-limit",
    "big strings",
    reducerWith('const a = []; for (;;) a.push("x".repeat(1 << 20));'),
    /32 MB/,
  ],
  ["stack-limit", "a regular expression too deep", reducerWith("new RegExp('(?:'.repeat(1e5));"), /deep/],
  ["stack-limit", "recursion", reducerWith("const f = () => f() + 1; return f();"), /recursion/],
  [
    "async-not-allowed",
    "an async reducer",
    "export const initialState = () => 0; export async function evolve() { return 1 }",
    /promise/,
  ],
  ["async-not-allowed", "a thenable", reducerWith("return { then(r) { r(1) } };"), /promise/],
  ["state-invalid", "a forgotten return", reducerWith("state.sum;"), /return missing/],
  ["state-invalid", "NaN", reducerWith("return { sum: 0 / 0 };"), /`sum` is NaN/],
  ["state-invalid", "a Map", reducerWith("return { m: new Map() };"), /`m` is a Map.*plain object/],
  [
    "state-invalid",
    "a name on a list",
    reducerWith("const a = [1]; a.extra = 1; return { lines: { a } };"),
    /in which `lines\.a\.extra` is a name on a list/,
  ],
  [
    "state-invalid",
    "a symbol on a list",
    reducerWith("const a = [1]; a[Symbol('x')] = 1; return { a };"),
    /`a` has a symbol as a key/,
  ],
  ["state-invalid", "a function", reducerWith("return { f() {} };"), /`f` is a function/],
  ["state-invalid", "a cycle", reducerWith("const o = {}; o.self = o; return o;"), /`self` contains itself/],
  [
    "state-invalid",
    "shared references without end",
    reducerWith("let o = {}; for (let i = 0; i < 30; i++) o = { x: o, y: o }; return o;"),
    /more than 20000 values/,
  ],
  ["state-invalid", "a getter", reducerWith("return { get a() { return 1 } };"), /`a` is a getter/],
  [
    "state-invalid",
    "a generator",
    "export const initialState = () => 0; export function* evolve(s, e) { yield s }",
    /Generator/,
  ],
  [
    "nondeterministic",
    "chance",
    reducerWith("return { sum: Math.random() };"),
    /Two folds of the same log.*`sum`/,
  ],
  ["nondeterministic", "the clock", reducerWith("return { sum: Date.now() };"), /clock/],
  [
    "nondeterministic",
    "something kept outside the state",
    `globalThis.c = 0;\n${reducerWith("c += 1; return { sum: c };")}`,
    /variables outside the state/,
  ],
  [
    "nondeterministic",
    "memory in a WeakMap whose keys are the states",
    `const seen = new WeakMap();\n${reducerWith(
      "const n = (seen.get(state) ?? 0) + 1; const next = { sum: n }; seen.set(next, n); return next;",
    )}`,
    /at `sum`.*variables outside the state/,
  ],
  [
    "nondeterministic",
    "memory in a property of the state that no JSON holds",
    reducerWith(
      "const next = { sum: (state.hidden ?? 0) + 1 }; Object.defineProperty(next, 'hidden', { value: next.sum }); return next;",
    ),
    /at `sum`/,
  ],
  ["compile-error", "nothing exported", "// nothing", /initialState/],
  ["compile-error", "a syntax error", `${reducerWith("return state;")}\nlet x = ;`, /Line 4/],
  ["compile-error", "an enum", "enum A { X }", /union/],
  ["compile-error", "an import", `import fs from "node:fs";\n${reducerWith("return fs")}`, /Imports/],
  [
    "compile-error",
    "an import of the module itself, by its name in stack traces",
    `import * as me from "reducer.ts";\n${reducerWith("return Object.keys(me);")}`,
    /Line 1: Imports are not available here/,
  ],
  [
    "compile-error",
    "an export from the module itself",
    `export * from "reducer.ts";\n${reducerWith("return state;")}`,
    /Imports/,
  ],
  [
    "compile-error",
    "a dynamic import",
    reducerWith('import("node:fs"); return state;'),
    /Line 3: Imports are not available here/,
  ],
  [
    "compile-error",
    "a dynamic import of a name that is computed",
    reducerWith("return import ('reducer.' + 'ts');"),
    /Imports/,
  ],
  [
    "compile-error",
    "a dynamic import that never runs",
    reducerWith('if (state.sum > 9) import(/* later */ "zod"); return state;'),
    /Imports/,
  ],
  ["compile-error", "top-level await", `await 0;\n${reducerWith("return state;")}`, /await/],
  [
    "compile-error",
    "else if without end",
    reducerWith(`${"if (event) {} else ".repeat(2_000)} {} return state;`),
    /split it into functions/,
  ],
  ["compile-error", "brackets too deep", `${"(".repeat(1e4)}`, /deep/],
  ["source-too-large", "a long source", "function a(){};".repeat(20_000), /65,536/],
  ["threw", "a name that does not exist", reducerWith("return setTimeout(() => {}, 0);"), /no timers/],
  ["threw", "an object", reducerWith("throw { code: 42 };"), /without a message/],
  [
    "threw",
    "a proxy that throws while it is read",
    reducerWith("throw new Proxy({}, { getOwnPropertyDescriptor() { throw 1 } });"),
    /cannot be printed/,
  ],
  ["threw", "nothing host-like is there", reducerWith("return process.version;"), /process/],
];

test.each(stops)("%s: %s", async (verdict, _what, source, says) => {
  const trace = await runSource(source);
  expect(trace.end.message).toMatch(says);
  expect(trace.end.verdict).toBe(verdict);
  expect(JSON.stringify(trace)).not.toMatch(/node_modules|quickjs\.wasm|driver/);
});

test.each([
  "// import(x) is not available here",
  "const text = 'import(\"x\")'; const imports = { import: (n) => n }; imports.import(1);",
  "const url = import.meta.url;",
])("what only looks like an import is none: %s", async (body) => {
  expect((await runSource(reducerWith(`${body}\nreturn state;`))).end.verdict).toBe("ok");
});

test("a property of a list that is not enumerable is left out, as it is of an object", async () => {
  const hidden = "Object.defineProperty([1], 'hidden', { value: 2 })";
  expect((await runSource(reducerWith(`return { a: ${hidden} };`))).end).toMatchObject({
    verdict: "ok",
    state: { a: [1] },
  });
});
