import { expect, test } from "vitest";
import type { RawRecord } from "../fold/event.ts";
import { collectTrace, statesOf } from "../fold/steps.ts";
import type { Entry, Trace, TraceMessage, Verdict } from "../fold/trace.ts";
import { loadEngine } from "./node.ts";
import type { RunRequest } from "./run-request.ts";

const engine = await loadEngine();

const record = (offset: number, data: object, key = "k"): RawRecord => ({
  position: { topic: "given", partition: 0, offset },
  timestamp: 1_000 * offset,
  key,
  headers: {},
  value: JSON.stringify({ type: "Added", data }),
});
const three = [1, 2, 3].map((n, offset) => record(offset, { n }));

async function run(source: string, rest: Partial<RunRequest> = {}): Promise<Trace> {
  const messages: TraceMessage[] = [];
  const entry: Entry = { kind: "reducer" };
  const slice = { topic: "given", partitions: [{ partition: 0, from: 0, to: 3 }] };
  await engine.run(
    { runId: "r", source, entry, scope: "all", records: three, slice, seed: 1, ...rest },
    (message) => messages.push(message),
  );
  expect(messages.filter((m) => m.kind === "end")).toHaveLength(1);
  expect(messages.at(-1)?.kind).toBe("end");
  return collectTrace(messages);
}

const reducer = (body: string, initial = "{ sum: 0 }") =>
  `type E = { data: { n: number } };
export function initialState() { return ${initial}; }
export function evolve(state: any, event: any) { ${body} }`;

test("a reducer folds record by record and every step says what changed", async () => {
  const trace = await run(reducer("return { sum: state.sum + event.data.n };"));
  expect(trace.end).toMatchObject({
    verdict: "ok",
    message: "",
    at: null,
    state: { sum: 6 },
    steps: 3,
    skipped: 0,
  });
  expect(trace.steps[1]).toMatchObject({
    index: 1,
    key: "k",
    position: { topic: "given", partition: 0, offset: 1 },
    patch: [{ op: "replace", path: "/sum", value: 3 }],
  });
  expect(statesOf(trace)).toEqual([{ sum: 0 }, { sum: 1 }, { sum: 3 }, { sum: 6 }]);
});

test("by key every key has a state of its own", async () => {
  const records = [record(0, { n: 1 }, "a"), record(1, { n: 5 }, "b"), record(2, { n: 2 }, "a")];
  const trace = await run(reducer("return { sum: state.sum + event.data.n };"), { scope: "by-key", records });
  expect(trace.start.state).toEqual({});
  expect(trace.end.state).toEqual({ a: { sum: 3 }, b: { sum: 5 } });
  expect(trace.steps[2]?.patch).toEqual([{ op: "replace", path: "/a/sum", value: 3 }]);
});

test("a projector keeps several read models side by side", async () => {
  const source = `export const count = { initialView() { return 0 }, project(view, event) { return view + 1 } };
export const last = { initialView() { return null }, project(view, event) { return event.data.n } };`;
  const trace = await run(source, { entry: { kind: "projector" } });
  expect(trace.start.state).toEqual({ count: 0, last: null });
  expect(trace.end.state).toEqual({ count: 3, last: 3 });
});

test("a decider answers commands after the log, and its events are folded in", async () => {
  const source = `${reducer("return { sum: state.sum + event.data.n };")}
export function decide(command, state) {
  return state.sum > 6 ? { rejected: "enough" } : [{ type: "Added", data: { n: command.data.n } }];
}`;
  const commands = [1, 1].map((n) => ({ type: "Add", data: { n } }));
  const trace = await run(source, { entry: { kind: "decider" }, commands });
  expect(trace.steps.slice(3).map((s) => s.command?.type ?? s.event?.metadata.id)).toEqual([
    "Add",
    "command-0-0",
    "Add",
  ]);
  expect(trace.steps.at(-1)?.result).toEqual({ rejected: "enough" });
  expect(trace.end.state).toEqual({ sum: 7 });
});

test("a called function gets the events and its answer is the step's result", async () => {
  const trace = await run("export const total = (events) => events.reduce((sum, e) => sum + e.data.n, 0);", {
    entry: { kind: "call", name: "total" },
  });
  expect(trace.steps).toHaveLength(1);
  expect(trace.steps[0]?.result).toBe(6);
});

test("tombstones and values that are no events are skipped and counted", async () => {
  const odd = { ...record(1, {}), value: null };
  const text = { ...record(2, {}), value: "hello" };
  const trace = await run(reducer("return { sum: state.sum + 1 };"), { records: [record(0, {}), odd, text] });
  expect(trace.end).toMatchObject({ state: { sum: 1 }, steps: 1, skipped: 2 });
});

test("the steps before a throw are kept, and the place is in the learner's own TypeScript", async () => {
  const trace = await run(
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

test("a state that is changed in place is named by its path", async () => {
  const trace = await run(
    reducer("state.lines['t-shirt'] -= 1; return state;", "{ lines: { 't-shirt': 2 } }"),
  );
  expect(trace.end).toMatchObject({ verdict: "threw", steps: 0 });
  expect(trace.end.at?.mutated).toBe("lines.t-shirt");
  expect(trace.end.message).toContain("`lines.t-shirt`");
});

test("a state frozen only at its top by the learner cannot be changed below either", async () => {
  const trace = await run(
    reducer("state.a.n += 1; return Object.freeze({ a: state.a });", "Object.freeze({ a: { n: 0 } })"),
  );
  expect(trace.end.at?.mutated).toBe("a.n");
});

test("what was changed is named with the keys to it, whether state or event, in the state of the trace", async () => {
  const events = await run(reducer("if (event.data.n === 2) event.data.n = 3; return { sum: state.sum };"));
  expect(events.end.at).toMatchObject({ index: 1, changed: { of: "event", path: ["data", "n"] } });
  const caught = await run(
    reducer("try { event.data.n = 3 } catch {} if (event.data.n === 2) throw 1; return state;"),
  );
  expect(caught.end.at).toMatchObject({ index: 1, changed: { of: "event", path: ["data", "n"] } });
  const keyed = await run(reducer("state['a.b'].n += 1; return state;", "{ 'a.b': { n: 0 } }"), {
    scope: "by-key",
  });
  expect(keyed.end.at).toMatchObject({ mutated: "a.b.n", changed: { of: "state", path: ["k", "a.b", "n"] } });
  const views = `export const a = { initialView: () => 0, project(n, event) { event.data.n = n; return n; } };
export const b = { initialView: () => 0, project: (n) => n };`;
  const projected = await run(views, { entry: { kind: "projector" } });
  expect(projected.end.at).toMatchObject({ index: 0, changed: { of: "event", path: ["data", "n"] } });
  const honest = await run(reducer("if (event.data.n === 2) throw 1; return { ...state };"));
  expect(honest.end.at).not.toHaveProperty("changed");
});

const stops: [verdict: Verdict, what: string, source: string, says: RegExp][] = [
  ["time-limit", "an endless loop", reducer("while (true) {}"), /loop/],
  [
    "time-limit",
    "finally that loops again",
    reducer("const f = () => { try { for (;;); } finally { f(); } }; f();"),
    /loop/,
  ],
  ["memory-limit", "big strings", reducer('const a = []; for (;;) a.push("x".repeat(1 << 20));'), /32 MB/],
  ["stack-limit", "a regular expression too deep", reducer("new RegExp('(?:'.repeat(1e5));"), /deep/],
  ["stack-limit", "recursion", reducer("const f = () => f() + 1; return f();"), /recursion/],
  [
    "async-not-allowed",
    "an async reducer",
    "export const initialState = () => 0; export async function evolve() { return 1 }",
    /promise/,
  ],
  ["async-not-allowed", "a thenable", reducer("return { then(r) { r(1) } };"), /promise/],
  ["state-invalid", "a forgotten return", reducer("state.sum;"), /return missing/],
  ["state-invalid", "NaN", reducer("return { sum: 0 / 0 };"), /`sum` is NaN/],
  ["state-invalid", "a Map", reducer("return { m: new Map() };"), /`m` is a Map.*plain object/],
  ["state-invalid", "a function", reducer("return { f() {} };"), /`f` is a function/],
  ["state-invalid", "a cycle", reducer("const o = {}; o.self = o; return o;"), /`self` contains itself/],
  [
    "state-invalid",
    "shared references without end",
    reducer("let o = {}; for (let i = 0; i < 30; i++) o = { x: o, y: o }; return o;"),
    /more than 20000 values/,
  ],
  ["state-invalid", "a getter", reducer("return { get a() { return 1 } };"), /`a` is a getter/],
  [
    "state-invalid",
    "a generator",
    "export const initialState = () => 0; export function* evolve(s, e) { yield s }",
    /Generator/,
  ],
  ["nondeterministic", "chance", reducer("return { sum: Math.random() };"), /Folded twice.*`sum`/],
  ["nondeterministic", "the clock", reducer("return { sum: Date.now() };"), /clock/],
  [
    "nondeterministic",
    "something kept outside the state",
    `globalThis.c = 0;\n${reducer("c += 1; return { sum: c };")}`,
    /kept from before/,
  ],
  ["compile-error", "nothing exported", "// nothing", /initialState/],
  ["compile-error", "a syntax error", `${reducer("return state;")}\nlet x = ;`, /Line 4/],
  ["compile-error", "an enum", "enum A { X }", /union/],
  ["compile-error", "an import", `import fs from "node:fs";\n${reducer("return fs")}`, /Imports/],
  ["compile-error", "top-level await", `await 0;\n${reducer("return state;")}`, /await/],
  [
    "compile-error",
    "else if without end",
    reducer(`${"if (event) {} else ".repeat(2_000)} {} return state;`),
    /take them apart/,
  ],
  ["compile-error", "brackets too deep", `${"(".repeat(1e4)}`, /deep/],
  ["source-too-large", "a long source", "function a(){};".repeat(20_000), /65,536/],
  ["threw", "a name that does not exist", reducer("return setTimeout(() => {}, 0);"), /no timers/],
  ["threw", "an object", reducer("throw { code: 42 };"), /without a message/],
  [
    "threw",
    "a proxy that throws while it is read",
    reducer("throw new Proxy({}, { getOwnPropertyDescriptor() { throw 1 } });"),
    /cannot be printed/,
  ],
  ["threw", "nothing host-like is there", reducer("return process.version;"), /process/],
];

test.each(stops)("%s: %s", async (verdict, _what, source, says) => {
  const trace = await run(source);
  expect(trace.end.message).toMatch(says);
  expect(trace.end.verdict).toBe(verdict);
  expect(JSON.stringify(trace)).not.toMatch(/node_modules|quickjs\.wasm|driver/);
});

test("built-ins that the learner replaced do not change what is recorded", async () => {
  const trace = await run(
    `Array.prototype.join = () => "owned"; JSON.stringify = () => "owned"; Object.prototype.toJSON = () => "owned";
Object.defineProperty(Array.prototype, "0", { set() { throw 1 } }); Reflect.ownKeys = () => ["owned"];
${reducer("return { sum: state.sum + event.data.n };")}`,
  );
  expect(trace.end).toMatchObject({ verdict: "ok", state: { sum: 6 } });
});

test("nothing stays from one run to the next", async () => {
  await run(`globalThis.secret = 1; Object.prototype.hacked = 1;\n${reducer("return state;")}`);
  const trace = await run(reducer("return { sum: typeof secret + String({}.hacked) };"));
  expect(trace.end.state).toEqual({ sum: "undefinedundefined" });
});

test("console lines stay with their step, up to the limit", async () => {
  const trace = await run(reducer('console.log("n", { n: event.data.n }); return state;'));
  expect(trace.steps.map((s) => s.console)).toEqual([["n { n: 1 }"], ["n { n: 2 }"], ["n { n: 3 }"]]);
  const flood = await run(reducer("for (let i = 0; i < 500; i++) console.log(i); return state;"));
  expect(flood.steps.flatMap((s) => s.console)).toHaveLength(201);
});

test("what was printed by the step that stopped is told with the place", async () => {
  const trace = await run(reducer('for (;;) console.log("x");'));
  expect(trace.end).toMatchObject({ verdict: "time-limit", steps: 0 });
  expect(trace.end.at?.console).toHaveLength(201);
  expect(trace.end.at?.console?.at(-1)).toMatch(/cut/);
});

test("what cannot be printed does not stop the fold", async () => {
  const trace = await run(
    reducer("console.log(new Proxy({}, { ownKeys() { throw new Error('mine') } })); return state;"),
  );
  expect(trace.end.verdict).toBe("ok");
  expect(trace.steps[0]?.console).toEqual(["Something here could not be printed."]);
});

test("work put off with a promise is never done, and that is said once", async () => {
  const trace = await run(reducer("Promise.resolve().then(() => console.log('late')); return state;"));
  expect(trace.steps.map((s) => s.console)).toEqual([[expect.stringMatching(/promise/)], [], []]);
  expect(trace.end.verdict).toBe("ok");
});

test("each further fold is announced, so that its time can be counted anew", async () => {
  let again = 0;
  const folds = async (source: string) => {
    again = 0;
    const slice = { topic: "given", partitions: [{ partition: 0, from: 0, to: 3 }] };
    const entry: Entry = { kind: "reducer" };
    await engine.run(
      { runId: "r", source, entry, scope: "all", records: three, slice, seed: 1 },
      () => {},
      () => again++,
    );
    return again;
  };
  expect(await folds(reducer("return state;"))).toBe(2);
  expect(await folds(reducer("throw 1;"))).toBeGreaterThan(0);
  expect(await folds(reducer("return undefined;"))).toBe(0);
});

test("the same run gives the same trace, byte for byte", async () => {
  const source = reducer("return { ...state, [event.data.n]: [event.metadata.id], sum: state.sum + 1 };");
  expect(JSON.stringify(await run(source))).toBe(JSON.stringify(await run(source)));
});

test("the engine's version names the QuickJS that is installed", async () => {
  const { QuickJS } = await import("quickjs-wasi");
  const { readFile } = await import("node:fs/promises");
  const wasm = await readFile(new URL(import.meta.resolve("quickjs-wasi/quickjs.wasm")));
  const { engineVersion } = await import("./run.ts");
  expect(engineVersion).toContain((await QuickJS.create({ wasm })).versions.quickjs);
});
