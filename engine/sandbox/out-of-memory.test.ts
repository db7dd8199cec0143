import { describe, expect, test } from "vitest";
import { columnarBatchOf } from "../fold/columnar-batch.ts";
import type { Trace } from "../fold/trace.ts";
import { FoldLane } from "./fold-lane.ts";
import { GuestHandle } from "./guest-handle.ts";
import { limits } from "./limits.ts";
import { loadModule } from "./node-engine.ts";
import type { RunRequest } from "./run-request.ts";
import { recordsOf, runSource } from "./testing/run-source.ts";

// Allocations that fail, in a learner's own statement or inside a built-in: one verdict and one sentence for all.

const wasm = await loadModule(limits.wasmMemoryBytes);

const run = (source: string, count = 1, how: Partial<RunRequest> = {}) =>
  runSource(source, { records: recordsOf(count), ...how });

const evolve = (body: string, before = "") =>
  `${before}export const initialState = () => 0;\nexport function evolve(state, event) { ${body} }`;
const endless = (value: string) => `const c = []; for (;;) c.push(${value});`;

function expectMemoryLimit({ end }: Trace): void {
  expect(end.message).toBe("Your code used more than 32 MB. Is a list or a string growing without end?");
  expect(end.verdict).toBe("memory-limit");
}

test.each(
  Object.entries({
    "a Map of Sets": endless("new Map([[1, new Set([{}])]])"),
    "one Map": "const m = new Map(); for (let i = 0; ; i++) m.set(i, { i });",
    "one Set": "const s = new Set(); for (let i = 0; ; i++) s.add({ i });",
    "a Map of another class": `class A extends Map {} ${endless("new A([[1, 2]])")}`,
    "a WeakMap": `const w = new WeakMap(); ${endless("(w.set(c, {}), { w: new WeakMap([[{}, {}]]) })")}`,
    "lists spread into lists": "let a = [1]; for (;;) a = [...a, ...a];",
    "lists in lists": "let a = [1, 2, 3]; for (;;) a = [a, a].flat();",
    "Array.from": "return Array.from({ length: 1e7 }, (_, i) => ({ i }));",
    "an object's copies": endless("{ ...c.at(-1), ['k' + c.length]: 1 }"),
    "an object's entries":
      "const o = {}; for (let i = 0; ; i++) { o['k' + i] = {}; if (i % 1e4 === 0) Object.entries(o); }",
    texts: endless("'x'.repeat(1e5)"),
    "a long text": "return 'x'.repeat(5e8);",
    templates: endless(`\`\${c.length} é 世\``),
    "text joined": "const a = Array(1000).fill('x'.repeat(1e4)); const c = []; for (;;) c.push(a.join(''));",
    "text replaced": "let s = 'a'; for (;;) s = s.replace(/a/g, 'aaa');",
    "JSON.stringify": endless("JSON.stringify({ a: [1, 2, { b: 3 }] })"),
    "JSON.parse": endless('JSON.parse(\'{"a":[{"b":1}]}\')'),
    "typed arrays": endless("new Float64Array(3)"),
    "a buffer": "return new ArrayBuffer(2 ** 31 - 1);",
    "regular expressions": endless("new RegExp('a' + c.length)"),
    "what a regular expression matched": endless("[...'abcabc'.matchAll(/(?<x>b)/dg)]"),
    closures: endless("() => c"),
    "bound functions": "let f = () => 1; for (;;) f = f.bind(null);",
    "new functions": endless("new Function('return ' + c.length)"),
    BigInts: "const c = []; for (let i = 1n; ; i++) c.push(i ** 100n);",
    "what destructuring leaves":
      "const c = []; for (;;) { const { a, ...rest } = { a: 1, b: 2, c: 3 }; c.push(rest); }",
    generators: `function* g() { yield 1; } ${endless("(() => { const x = g(); x.next(); return x; })()")}`,
    "a generator spread": "function* g() { for (;;) yield {}; } return [...g()];",
    "a generator read by Array.from": "function* g() { for (;;) yield {}; } return Array.from(g());",
    "asynchronous generators": `async function* f() { yield 0; } ${endless("f().next()")}`,
    promises: endless("Promise.all([1, 2])"),
    "instances of a class": `class A { x = 1; #y = 2; } ${endless("new A()")}`,
    classes: endless("class { #x = 1; m() {} }"),
    symbols: endless("Symbol('x' + c.length)"),
    proxies: endless("new Proxy({}, {})"),
    "a proxy's trap": `return new Proxy({}, { get() { ${endless("new Set([1])")} } }).x;`,
    "a getter": `return { get x() { ${endless("new Map([[1, 2]])")} } }.x;`,
    toString: `return String({ toString() { ${endless("new Set([{}])")} } });`,
    toJSON: `return JSON.stringify({ toJSON() { ${endless("new Set([{}])")} } });`,
    "a comparison while sorting": `return [3, 2, 1].sort(() => { ${endless("new Set([{}])")} });`,
    "iterators and their helpers": endless(
      "[1].values().map((x) => x), new Map().entries(), 'a'[Symbol.iterator]()",
    ),
    "errors that are caught and kept":
      "const c = []; for (;;) try { throw new Error('x'); } catch (e) { c.push(e); }",
    "the console": "const c = []; for (;;) { c.push('x'.repeat(1000)); console.log({ a: c.at(-1) }); }",
    "a state that is too large": "return { a: Array.from({ length: 1e6 }, (_, i) => ({ i })) };",
  }),
)("%s", async (_, body) => {
  const printed: string[] = [];
  const guest = await GuestHandle.create(wasm, 1, {
    print: (line) => printed.push(line) < limits.consoleLines,
    memoryBytes: 4 * 2 ** 20,
  });
  await guest.open(evolve(body), true);
  guest.begin("s", "");
  const answer = guest.step("s", "", '{"type":"Added","data":{}}');
  guest.dispose();
  expect(answer).toMatchObject({ kind: "limit", limit: "memory" });
  expect(printed).not.toContain("<null>");
});

test.each([
  [
    "a name of the error's class changed",
    `InternalError.prototype.name = "Mine"; ${endless("'x'.repeat(1e5)")}`,
  ],
  ["catch and a state", `try { ${endless("'x'.repeat(1e5)")} } catch { return 1; }`],
  [
    "catch and an error of one's own",
    `try { ${endless("'x'.repeat(1e5)")} } catch { throw new Error("mine"); }`,
  ],
  ["finally and a state", `try { ${endless("'x'.repeat(1e5)")} } finally { return 1; }`],
  ["finally and undefined thrown", `try { ${endless("'x'.repeat(1e5)")} } finally { throw undefined; }`],
  ["catch in a loop", "const c = []; for (;;) try { c.push({}); } catch {}"],
])("learner's code cannot hide it: %s", async (_, body) => expectMemoryLimit(await run(evolve(body))));

test("while the module is loaded it is the same", async () => {
  for (const value of ["'x'.repeat(1e5)", "new Map([[1, new Set([{}])]])", "[...[].values()]"])
    expectMemoryLimit(await run(`${endless(value)}\n${evolve("return 1;")}`));
});

test.each([
  // So much of everything is kept that each of the driver's and the host's own allocations is the one that fails.
  ...[40_000, 33_000, 20_000, 9_000, 7_000, 3_000].map(
    (n) => `all.push(new Array(${n}).fill(event)); return 1;`,
  ),
  ...[90_000, 30_003].map((n) => `all.push("é".repeat(${n})); return "世".repeat(${n});`),
  "for (let i = 0; i < 900; i++) all.push(new Map([[1, new Set([{}])]])); console.log(all.length); return { n: event.metadata.position.offset };",
])("what is kept outside the state fills the memory step by step: %s", async (body) => {
  const trace = await run(evolve(body, "const all = [];\n"), limits.traceRecords);
  expectMemoryLimit(trace);
  expect(trace.end.steps).toBeGreaterThan(0);
  expect(trace.steps).toHaveLength(trace.end.steps);
});

describe("what is no full memory is told as it is", () => {
  test.each([
    ["throw null;", "Your code threw null."],
    ["throw undefined;", "Your code threw undefined."],
    ["const c = Array(1e5).fill({}); throw null;", "Your code threw null."],
    ["return state.missing.n;", "TypeError: cannot read property 'n' of undefined."],
    ["throw new RangeError('out of memory');", "RangeError: out of memory."],
    ["let s = 'x'; for (;;) s += s;", "InternalError: string too long. Is a string growing without end?"],
  ])("%s", async (body, says) => {
    const { end } = await run(evolve(body));
    expect(end.message).toMatch(says);
    expect(end.verdict).toBe("threw");
  });
});

test("a watch that fills the memory does not say null", async () => {
  const watches = ["Array.from((function* () { for (;;) yield {}; })())", "(() => { throw null; })()"];
  const trace = await run(evolve("return 1;"), 1, { watches: watches.slice(0, 1) });
  expect(JSON.stringify(trace)).not.toMatch(/"error":"(null|<null>)"/);
  const honest = await run(evolve("return 1;"), 1, { watches: watches.slice(1) });
  expect(honest.steps[0]?.watched).toEqual([{ error: "null" }]);
});

test("a long fold whose states are too large when they are written out says so with its own limit", async () => {
  const wasm = await loadModule(limits.laneWasmMemoryBytes);
  const source = evolve(`${endless("new Map([[1, new Set([{}])]])")}`);
  const written = evolve(`return new Proxy({}, { ownKeys() { ${endless("new Set([{}])")} } });`);
  for (const each of [source, written]) {
    const lane = await FoldLane.open(wasm, {
      source: each,
      entry: { kind: "reducer" },
      scope: "all",
      seed: 1,
    });
    if (!(lane instanceof FoldLane)) throw new Error(lane.message);
    const end = lane.fold(columnarBatchOf("given", recordsOf(1)));
    const stop = "stop" in end ? end.stop : lane.keyframe();
    lane.dispose();
    expect(stop).toMatchObject({ verdict: "memory-limit", message: expect.stringContaining("96 MB") });
  }
});
