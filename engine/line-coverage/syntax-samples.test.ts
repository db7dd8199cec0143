import { expect, test } from "vitest";
import type { Json } from "../fold/json.ts";
import { loadNodeEngine } from "../sandbox/node-engine.ts";
import type { LinesMessage } from "./line-coverage-messages.ts";
import { expressions } from "./testing/sample-expressions.ts";
import { statements } from "./testing/sample-statements.ts";

const engine = await loadNodeEngine();

async function litBy(source: string, args: Json[] = []) {
  const lines: number[][] = [];
  const request = {
    runId: "r",
    source,
    entry: { kind: "call" as const, name: "f" },
    args,
    records: [],
  };
  let end: LinesMessage | undefined;
  await engine.lines(
    { ...request, scope: "all", seed: 1, slice: { topic: "t", partitions: [] } },
    (message) => {
      if (message.kind === "lines") lines[message.index + 1] = message.lines;
      else end = message;
    },
  );
  expect(end).toEqual({ kind: "end", missing: null, message: "" });
  return lines;
}

const marksOf = (text: string) => text.split("\n").slice(1);
const plainOf = (text: string) => marksOf(text).map((line) => line.slice(2));

test.each([...statements, ...expressions])("%s", async (_, text, args) => {
  const [, lines] = await litBy(plainOf(text).join("\n"), args);
  const shown = plainOf(text).map((line, i) => `${lines?.includes(i + 1) ? "+" : " "} ${line}`.trimEnd());
  expect(shown).toEqual(marksOf(text).map((line) => line.trimEnd()));
});

test.each(["\r\n", "\r"])("lines are those of the editor, whatever ends them: %j", async (end) => {
  const source = [
    "\uFEFFexport function f(a) {",
    "  /* \u2028 */ if (a)",
    "    return 1;",
    "  return 2;",
    "}",
  ];
  expect((await litBy(source.join(end), [true]))[1]).toEqual([2, 3]);
});

test("what runs when the module is loaded is lit before the first step", async () => {
  const source = `const a = 1;
export let b;
export { a };
class C {
  m() {}
}
if (a) b = 2;
export function f() { return 1; }
export default [
  a,
];`;
  expect((await litBy(source))[0]).toEqual([1, 2, 4, 7, 9, 10, 11]);
});
