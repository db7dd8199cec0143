import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSource } from "../../syntax/parse-source.ts";
import { type Kind, mostMutants, mutantsOf } from "./mutants.ts";

/** What the lines of a body of `evolve(state, event)` become by one kind of mistake. */
function mistakes(kind: Kind, body: string): string[] {
  const source = `export function evolve(state: State, event: Added<Item>): State {\n${body}\n}\n`;
  return mutantsOf(source).flatMap((mutant) => (mutant.kind === kind ? [mutant.after.trim()] : []));
}

const table: [kind: Kind, body: string, becomes: string[]][] = [
  ["sign", "return state.n + event.data.n;", ["return state.n - event.data.n;"]],
  [
    "sign",
    "let n = 0; n -= (2 as number); n++;",
    ["let n = 0; n += (2 as number); n++;", "let n = 0; n -= (2 as number); n--;"],
  ],
  ["sign", "return put(-event.data.n);", ["return put(event.data.n);"]],
  ["sign", 'return state.file + "1" + state.rank;', []],
  ["off by one", "return state.list[1];", ["return state.list[0];", "return state.list[2];"]],
  ["off by one", "return state.n -0;", ["return state.n - -1;", "return state.n -1;"]],
  ["comparison", "return state.n! >= event.data.n;", ["return state.n! > event.data.n;"]],
  ["comparison", "return (state.n) /* === */ === 1.5;", ["return (state.n) /* === */ !== 1.5;"]],
  ["negated condition", "if (!state.open) return state;", ["if (state.open) return state;"]],
  ["negated condition", "return state.n > 1 ? [1] : [];", ["return !(state.n > 1) ? [1] : [];"]],
  ["dropped condition", "return state.n > 1.5 ? one : two;", ["return one;", "return two;"]],
  ["dropped condition", "if (a) b(); else c();", ["if (true) b(); else c();", "if (false) b(); else c();"]],
  ["missing guard", "if (a) return state;", [""]],
  ["missing guard", "for (const x of state) if (a) continue;", ["for (const x of state) ;"]],
  [
    "one side",
    "return (a || b) && c;",
    ["return (a || b);", "return c;", "return (a) && c;", "return (b) && c;"],
  ],
  ["dropped default", "const { n = 1.5 }: Item = state;", ["const { n }: Item = state;"]],
  ["dropped default", "return state.held ?? none;", ["return state.held;", "return none;"]],
  [
    "dropped default",
    "return state.last?.list?.[at];",
    ["return state.last.list?.[at];", "return state.last?.list[at];"],
  ],
  [
    "dropped property",
    "return { a, b: 1.5, [c]: a };",
    ["return { b: 1.5, [c]: a };", "return { a, [c]: a };", "return { a, b: 1.5 };"],
  ],
  ["dropped spread", "return [...list, 1.5];", ["return [1.5];"]],
  ["dropped spread", "return { ...made, n };", ["return { n };"]],
  [
    "dropped filter",
    "return (a ?? b).filter((x: Item): x is Hat => x.n).length;",
    ["return (a ?? b).length;"],
  ],
  [
    "other one",
    "return Math.min(state.list.find(is), 1.5);",
    ["return Math.max(state.list.find(is), 1.5);", "return Math.min(state.list.findLast(is), 1.5);"],
  ],
  ["old state", "return { n: 1.5 };", ["return state;"]],
  ["old state", "return event.data;", []],
  ["true or false", "return { open: true };", ["return { open: false };"]],
  [
    "compared text",
    'return a === "hat" ? "prose" : "more prose";',
    ['return a === "hat?" ? "prose" : "more prose";'],
  ],
  ["dropped statement", "made.n = 1.5; delete made.m;", ["delete made.m;", "made.n = 1.5;"]],
  [
    "dropped statement",
    "switch (a) { case 1: b = c; break; default: }",
    ["switch (a) { case 1:  break; default: }", "switch (a) { case 1: b = c;  default: }"],
  ],
  [
    "dropped case",
    'switch (event.type) { case "A": case "B": return a; default: return b; }',
    [
      'switch (event.type) {  case "B": return a; default: return b; }',
      'switch (event.type) { case "A":  return a; default: return b; }',
    ],
  ],
  [
    "dropped case",
    'switch (event.type) { case "A": return a; case "B": { return c; } default: return b; }',
    [
      'switch (event.type) {  case "B": { return c; } default: return b; }',
      'switch (event.type) { case "A": return a;  default: return b; }',
    ],
  ],
  [
    "dropped case",
    "const by = { Added: (s) => s, Removed(s) { return s; } };",
    ["const by = { Removed(s) { return s; } };", "const by = { Added: (s) => s };"],
  ],
  ["mutated input", "return { ...state, n };", ["return Object.assign(state, { n });"]],
  [
    "mutated input",
    "const { lines } = state; const copy: Lines = { ...lines };",
    ["const { lines } = state; const copy: Lines = lines;"],
  ],
  ["mutated input", "return [...state.list, a, b];", ["return (state.list.push(a, b), state.list);"]],
  ["mutated input", "return state.list.toSorted(by);", ["return state.list.sort(by);"]],
  ["mutated input", "const copy = structuredClone(state);", ["const copy = state;"]],
  ["mutated input", "return Object.assign({}, state, { n });", ["return Object.assign(state, { n });"]],
  // What is new may be changed: these would be no mistakes.
  ["mutated input", "const { a, ...others } = state; return { ...others, b };", []],
  ["mutated input", "return state.list.reduce((made, n) => ({ ...made, [n]: n }), {});", []],
  ["mutated input", "const made = f(state); return [...made, 1];", []],
];

test.each(table)("%s: %s", (kind, body, becomes) => {
  expect(mistakes(kind, body)).toEqual(becomes);
});

test("types are left alone", () => {
  const source =
    'type Two = { n: 2 | "two" };\nexport const f = (given: 1 | "a"): Two["n"] => given as never;\n';
  expect(mutantsOf(source)).toEqual([]);
});

test("a source that cannot be read has no mutants", () => {
  expect(mutantsOf("let x = ;")).toEqual([]);
});

test("a mutant is named after its kind, what is there now and the text of its line, not its number", () => {
  const source = "export const isMore = (held: number, qty: number) =>\n  held >= qty;\n";
  expect(mutantsOf(source)).toEqual([
    {
      name: "comparison held > qty in held >= qty;",
      kind: "comparison",
      line: 2,
      source: source.replace(">=", ">"),
      before: "  held >= qty;",
      after: "  held > qty;",
    },
  ]);
});

test("a line that moves does not rename its mutants", () => {
  const names = (source: string) => mutantsOf(source).map(({ name }) => name);
  const source = "export const isMore = (held: number, qty: number) =>\n  held >= qty;\n";
  expect(names(`// A comment.\n\n${source}`)).toEqual(names(source));
});

/** Sources of all kinds of statements, over one or several lines. */
const sources = fc
  .array(fc.constantFrom(...table.map(([, body]) => body)), { minLength: 1, maxLength: 12 })
  .chain((bodies) =>
    fc.record({
      bodies: fc.constant(bodies.map((body) => `  { ${body} }`)),
      gap: fc.constantFrom("\n", '\n\n  // 😀 "prose" > 1\n'),
    }),
  )
  .map(
    ({ bodies, gap }) => `export function evolve(state: State, event: E): State {\n${bodies.join(gap)}\n}`,
  );

test("every mutant can be read, has a name of its own, and differs in the lines it tells and in no others", () => {
  fc.assert(
    fc.property(sources, (source) => {
      const mutants = mutantsOf(source);
      expect(mutants.length).toBeLessThanOrEqual(mostMutants);
      expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
      expect(new Set([source, ...mutants.map((mutant) => mutant.source)]).size).toBe(mutants.length + 1);
      for (const mutant of mutants) {
        expect(parseSource(mutant.source)).not.toBeNull();
        const at =
          source
            .split("\n")
            .slice(0, mutant.line - 1)
            .join("\n").length + (mutant.line > 1 ? 1 : 0);
        expect(source.slice(at).startsWith(mutant.before)).toBe(true);
        expect(mutant.source).toBe(
          source.slice(0, at) + mutant.after + source.slice(at + mutant.before.length),
        );
      }
    }),
    { numRuns: 60 },
  );
});

test("the same source has the same mutants", () => {
  fc.assert(
    fc.property(sources, (source) => {
      expect(mutantsOf(source)).toEqual(mutantsOf(source));
    }),
    { numRuns: 20 },
  );
});

test("of too many mutants about as many of every kind are chosen, from the first lines to the last", () => {
  const body = Array.from({ length: 60 }, (_, i) => `  if (state.n${i} > ${i + 10}) return state;`).join(
    "\n",
  );
  const mutants = mutantsOf(`export function evolve(state, event) {\n${body}\n  return { n: 1.5 };\n}\n`);
  expect(mutants).toHaveLength(mostMutants);
  const byKind = Map.groupBy(mutants, ({ kind }) => kind);
  expect(byKind.get("old state")).toHaveLength(1);
  for (const kind of ["comparison", "off by one", "missing guard", "negated condition"] as const) {
    const lines = (byKind.get(kind) ?? []).map(({ line }) => line);
    expect(lines.length).toBeGreaterThan(12);
    expect(Math.min(...lines)).toBeLessThan(10);
    expect(Math.max(...lines)).toBeGreaterThan(50);
  }
});
