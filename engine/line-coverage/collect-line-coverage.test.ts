import { EvalFlags, QuickJS } from "quickjs-wasi";
import { expect, test } from "vitest";
import type { RawRecord } from "../fold/event.ts";
import { collectTrace } from "../fold/states-of-trace.ts";
import type { TraceMessage } from "../fold/trace.ts";
import { limits } from "../sandbox/limits.ts";
import { loadModule, loadNodeEngine } from "../sandbox/node-engine.ts";
import type { RunRequest } from "../sandbox/run-request.ts";
import { placeLog } from "../testing/generated/logs.ts";
import { describePair, programLogPair } from "../testing/generated/program-log-pairs.ts";
import { instrument } from "./instrument.ts";
import type { LineCoverage, LinesEnd, LinesMessage } from "./line-coverage-messages.ts";

const engine = await loadNodeEngine();

function request(source: string, count = 3): RunRequest {
  const slice = { topic: "t", partitions: [{ partition: 0, from: 0, to: count }] };
  const records = Array.from(
    { length: count },
    (_, offset): RawRecord => ({
      position: { topic: "t", partition: 0, offset },
      timestamp: 0,
      key: `k${offset % 2}`,
      headers: {},
      value: JSON.stringify({ type: "Counted", data: { n: offset } }),
    }),
  );
  return { runId: "r", source, entry: { kind: "reducer" }, scope: "all", records, slice, seed: 1 };
}

/** A reducer of three lines and the body of `evolve`, which begins on line 3. */
const reducer = (body: string) => `export const initialState = () => 0;
export function evolve(state, event) {
${body}
}`;

async function linesOf(request: RunRequest) {
  const messages: LinesMessage[] = [];
  const health = await engine.lines(request, (message) => messages.push(message));
  const ends = messages.filter((message) => message.kind === "end");
  expect(ends).toEqual([messages.at(-1)]);
  const lineMessages = messages.filter((message): message is LineCoverage => message.kind === "lines");
  expect(lineMessages.map(({ index }) => index)).toEqual(lineMessages.map((_, i) => i - 1));
  return {
    health,
    lineMessages,
    lines: lineMessages.map(({ lines }) => lines),
    end: messages.at(-1) as LinesEnd,
  };
}

async function traceOf(request: RunRequest) {
  const messages: TraceMessage[] = [];
  await engine.run(request, (message) => messages.push(message));
  return collectTrace(messages);
}

test("each step has the lines it ran through, the initial state those before", async () => {
  const { lines, end, health } = await linesOf(
    request(reducer("  if (event.data.n > 0)\n    return state + 1;\n  return state;")),
  );
  expect(lines).toEqual([[1], [3, 5], [3, 4], [3, 4]]);
  expect(end).toEqual({ kind: "end", missing: null, message: "" });
  expect(health).toBe("healthy");
});

test("a step that throws is lit as far as it came, and nothing is missing", async () => {
  const { lines, end } = await linesOf(
    request(reducer("  const { n } = event.data;\n  if (n === 1) null.x;\n  return n;")),
  );
  expect(lines).toEqual([[1], [3, 4, 5], [3, 4]]);
  expect(end.missing).toBeNull();
});

test("a fold by key lights the initial state again with the first step of each key", async () => {
  const { lines } = await linesOf({ ...request(reducer("  return state;"), 4), scope: "by-key" });
  expect(lines).toEqual([[1], [1, 3], [1, 3], [3], [3]]);
});

test("a decider's commands and what they decide are steps with lines of their own", async () => {
  const source = `${reducer("  return state;")}
export function decide(command, state) {
  return command.type === "Count"
    ? [{ type: "Counted", data: {} }]
    : { rejected: "no" };
}`;
  const commands = ["Count", "Other"].map((type) => ({ type, data: {} }));
  const { lines } = await linesOf({ ...request(source, 1), entry: { kind: "decider" }, commands });
  expect(lines).toEqual([[1], [3], [6, 7], [3], [6, 8]]);
});

test("generated programs fold to the same states with marks in them, step by step, however they end", async () => {
  let whole = 0;
  for (let seed = 0; seed < 100; seed++) {
    const pair = programLogPair(seed);
    const asked = { runId: "r", ...pair, ...placeLog(pair.log, "course.generated"), twice: false };
    const { lineMessages, end } = await linesOf(asked);
    const trace = await traceOf(asked);
    const stopped = trace.end.verdict !== "ok" && lineMessages.length > 0;
    if (end.missing === null) {
      whole++;
      expect(lineMessages.length, describePair(pair)).toBe(1 + trace.steps.length + (stopped ? 1 : 0));
    }
    // Nothing in these programs reads its own text: marks never change a state.
    expect(end.missing, describePair(pair)).not.toBe("state-differs");
    if (trace.end.verdict === "ok") expect(end.missing, describePair(pair)).toBeNull();
  }
  expect(whole).toBeGreaterThan(60);
});

test("code that reads its own text sees the marks: it gets no lines from there on", async () => {
  const { lines, end } = await linesOf(
    request(reducer("  if (event.data.n < 1) return 0;\n  return evolve.toString().length;")),
  );
  expect(lines).toEqual([[1], [3]]);
  expect(end.missing).toBe("state-differs");
  expect(end.message).toContain("own source text");
});

test("what the code could see of the marks is gone before its first statement", async () => {
  const source = `export const initialState = () => Object.getOwnPropertyNames(globalThis);
export const evolve = (state) => state;`;
  expect((await linesOf(request(source))).end.missing).toBeNull();
});

test.each([
  [
    "methods of Uint8Array replaced",
    "for (const name of Object.getOwnPropertyNames(Uint8Array.prototype.__proto__)) { try { Uint8Array.prototype.__proto__[name] = () => { throw 1; }; } catch {} }",
  ],
  [
    "a setter on every index",
    "for (const kind of [Object, Array, Uint8Array]) Object.defineProperty(kind.prototype, 0, { set() { throw 1; }, configurable: true });",
  ],
  ["globalThis frozen, Object gone", "Object.freeze(globalThis); globalThis.Object = null;"],
  ["names as ours are", "const passed0 = [9], passed0_given = 1, passed1 = 2;"],
])("hostile code changes nothing for itself: %s", async (_, first) => {
  const { lines, end } = await linesOf(
    request(`try { ${first} } catch {}\n${reducer("  return state + 1;")}`),
  );
  expect(lines).toEqual([[1, 2], [4], [4], [4]]);
  expect(end.missing).toBeNull();
});

test("code that takes the marks away gets no lines, and the thread stays healthy", async () => {
  const taken =
    "const [, marks] = /(passed\\d+)\\[/.exec(evolve) ?? []; if (marks) eval(marks).buffer.transfer();";
  const { lines, end, health } = await linesOf(request(reducer(`  ${taken} return state;`)));
  expect(lines).toEqual([[1]]);
  expect(end.missing).toBe("state-differs");
  expect(health).toBe("healthy");
});

test("code that sets marks of its own lights lines of its own code, and no others", async () => {
  const filled =
    "const [, marks] = /(passed\\d+)\\[/.exec(evolve) ?? []; if (marks) eval(marks).fill(255).fill(1);";
  const { lines } = await linesOf(request(reducer(`  ${filled} return state;`)));
  for (const each of lines.slice(1)) expect(each).toEqual([1, 3]);
});

test.each([
  ["an endless loop", "for (;;);"],
  ["a recursion without end", "evolve(state, event);"],
  ["memory without end", "const grow = []; for (;;) grow.push('x'.repeat(1 << 20));"],
])("%s ends the pass with the lines before it and those of its own step", async (_, body) => {
  const { lines, end } = await linesOf(
    request(reducer(`  if (event.data.n === 2)\n    { ${body} }\n  return state;`)),
  );
  expect(lines).toEqual([[1], [3, 5], [3, 5], [3, 4]]);
  expect(end).toMatchObject({ missing: "limit", message: expect.stringContaining("up to here") });
});

test("marks take nothing of a run's budget: the engine counts no tick for them", async () => {
  const wasm = await loadModule(limits.wasmMemoryBytes);
  const ticksOf = async (code: string) => {
    let ticks = 0;
    const interruptHandler = () => ++ticks < 0;
    const vm = await QuickJS.create({ wasm, interruptHandler });
    vm.evalCode("globalThis.passed0_given = new Uint8Array(100);").dispose();
    vm.evalCode(code, "m", EvalFlags.TYPE_MODULE).dispose();
    vm.dispose();
    return ticks;
  };
  const code = `function work() {
    let n = 0;
    for (let i = 0; i < 200_000; i++) { n ^= i; if (n > 0) n = [1].map((x) => x)[0]; else n ^= n ? 1 : 2; }
  }
  work();`;
  const ticks = await ticksOf(code);
  expect(ticks).toBeGreaterThan(30);
  expect(await ticksOf(instrument(code)?.code ?? "")).toBe(ticks);
});

test("lines of all steps together are told up to a limit", async () => {
  const body = Array.from({ length: 5_000 }, () => "0;").join("\n");
  const fitting = Math.floor(limits.coveredLines / 5_001);
  const { lines, end } = await linesOf(request(reducer(`${body}\nreturn state;`), fitting + 10));
  expect(lines).toHaveLength(1 + fitting);
  expect(end.missing).toBe("limit");
});

test.each([
  ["it cannot be compiled", "export const x = ;"],
  ["its types cannot be stripped", "enum A { B }"],
  ["it exports nothing that is called", "export const x = 1;"],
  ["it throws while it is loaded", `${reducer("return state;")}\nnull.x;`],
  ["it is too large", `//${"x".repeat(70_000)}`],
])("code without a fold has no lines: %s", async (_, source) => {
  const { lineMessages, end, health } = await linesOf(request(source));
  expect(lineMessages).toEqual([]);
  expect(end.missing).toBe("source");
  expect(health).toBe("healthy");
});

test.each([
  ["a sum of 9,000 terms", `return ${"1+".repeat(9_000)}1;`],
  ["3,000 else ifs", `${"if (state) {} else ".repeat(3_000)}{}\n return 1;`],
  ["4,000 conditionals in one another", `return ${"state ? 1 : ".repeat(4_000)}1;`],
  ["190 functions in one another", `return ${"(()=>".repeat(190)}1${")()".repeat(190)};`],
  ["3,000 arrow functions in one another", `return ${"()=>".repeat(3_000)}1;`],
])("deep code has its lines or none: %s", async (_, body) => {
  const found = instrument(reducer(body));
  if (found) expect(found.lines.every((lines) => lines.length > 0)).toBe(true);
  const asked = request(reducer(body));
  const { end, health } = await linesOf(asked);
  expect(health).toBe(await engine.run(asked, () => {}));
  expect([null, "source", "limit"]).toContain(end.missing);
});
