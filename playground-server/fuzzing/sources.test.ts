import fc from "fast-check";
import { expect } from "vitest";
import type { TraceMessage } from "../../engine/fold/trace.ts";
import { loadNodeEngine } from "../../engine/sandbox/node-engine.ts";
import { stripTypes } from "../../engine/sandbox/strip-types.ts";
import { placeLog } from "../../engine/testing/generated/logs.ts";
import { programLogPair } from "../../engine/testing/generated/program-log-pairs.ts";
import { reducer } from "../../engine/testing/generated/programs.ts";
import { anyText } from "../../engine/testing/generated/texts.ts";
import { fuzz } from "./fuzz.ts";
import { mutated } from "./mutations.ts";

const engine = await loadNodeEngine();

/** Pieces of TypeScript, whole and broken. */
const piece = fc.oneof(
  fc.constantFrom(..."(){}[]<>;,.:?!=&|+-*/%^~@#`'\"\\ \n".split("")),
  fc.constantFrom(
    "export ",
    "type ",
    "interface ",
    "enum ",
    "declare ",
    "abstract ",
    "class ",
    "function* ",
    "async ",
  ),
  fc.constantFrom(
    "import x = ",
    "export = ",
    "namespace A ",
    "as const",
    "satisfies ",
    "<T,>",
    "<T extends ",
    "?: ",
    "!.",
  ),
  fc.constantFrom(
    "${",
    "*/",
    "/*",
    "//",
    "<!--",
    "#!",
    "\u2028",
    "\ufeff",
    "\r",
    "\t",
    "\0",
    "\ud800",
    "=>",
    "...",
    "?.",
  ),
  fc.constantFrom(
    "await 0",
    "yield",
    "new.target",
    "import.meta",
    "import('x')",
    "super",
    "accessor x",
    "@d ",
    "using x = ",
  ),
  fc.constantFrom(
    "0x",
    "1_",
    "1n",
    "08",
    "1e",
    "/a(?<n>",
    "/[",
    "\\u{110000}",
    "export default ",
    "export * from 'x'",
  ),
  anyText,
);
const source = fc.oneof(
  {
    weight: 5,
    arbitrary: mutated(
      reducer.map((program) => program.source),
      piece,
    ),
  },
  { weight: 3, arbitrary: fc.array(piece, { maxLength: 40, size: "max" }).map((pieces) => pieces.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  { weight: 1, arbitrary: fc.tuple(piece, fc.nat(400)).map(([one, times]) => one.repeat(times)) },
);

/** What only our own side has: paths, package names, places in our code or in the engine's module. */
const ours =
  /node_modules|quickjs[-_.]wasi|wasm-function|wasm:\/\/|file:\/\/|amaro|\bswc\b|\.rs:\d|driver:\d|engine\/sandbox/i;
const expectNothingOfOurs = (told: unknown) => expect(JSON.stringify(told)).not.toMatch(ours);

fuzz<string>({
  name: "stripped sources",
  cases: source,
  runs: 1_500,
  holds(source) {
    const stripped = stripTypes(source);
    if ("code" in stripped) return expect(typeof stripped.code).toBe("string");
    if ("problem" in stripped) {
      expect(stripped.problem).not.toBe("");
      expect(Math.min(stripped.line, stripped.column)).toBeGreaterThanOrEqual(1);
      expectNothingOfOurs(stripped);
    }
    // A stripper that broke must not be used again: what is found here would be its own fault from now on.
    expect(stripped).not.toHaveProperty("fault");
    expect(stripTypes("let a: number = 1;")).toEqual({ code: "let a         = 1;" });
  },
});

fuzz<string>({
  name: "sources",
  cases: source,
  runs: 250,
  async holds(source) {
    const messages: TraceMessage[] = [];
    const { log, ...pair } = programLogPair(3);
    const request = { runId: "r", ...pair, source, ...placeLog(log, "course.generated") };
    await engine.run(request, (message) => messages.push(message));
    expect(messages[0]?.kind).toBe("start");
    expect(messages.filter(({ kind }) => kind === "end")).toHaveLength(1);
    const end = messages.at(-1);
    if (end?.kind !== "end") throw new Error("The last message is no end.");
    expect(end.verdict).not.toBe("engine-fault");
    expect(end.verdict === "ok").toBe(end.message === "");
    expectNothingOfOurs(end);
  },
});
