import fc from "fast-check";
import { expect, test } from "vitest";
import { statementsIn } from "./statement-count.ts";

test.each([
  ["", 0],
  ["type Cart = { n: number };", 0],
  ["const a = 1, b = 2;", 2],
  ["const a = 1;\nconst b = 2;", 2],
  ["export const double = (n: number) => 2 * n;", 2],
  ["export function double(n: number): number { return 2 * n; }", 2],
  ["export const double = (n: number) => { return 2 * n; };", 2],
  ["if (a) b();", 2],
  ["if (a) { b(); }", 2],
  ["a(), b();", 2],
  ["a(); b();", 2],
  ["for (const x of xs) { sum += x; }", 3],
  ["switch (a) { case 1: return b; case 2: return c; default: return d; }", null],
  ["function f() { switch (a) { case 1: return b; case 2: return c; default: return d; } }", 5],
  ["export const by = { add: (a: number) => a, take(a) { return -a; } };", 3],
  ["let x = ;", null],
])("%j has %s statements", (source, count) => {
  expect(statementsIn(source)).toBe(count);
});

test("formatting, comments and braces do not count", () => {
  const statement = fc.constantFrom(
    ["n", "+=", "1", ";"],
    ["if", "(", "n", ">", "1", ")", "{", "n", "-=", "1", ";", "}"],
    ["const", "f", "=", "(", "a", ")", "=>", "a", ";"],
    ["for", "(", "const", "x", "of", "xs", ")", "{", "if", "(", "x", ")", "{", "n", "++", ";", "}", "}"],
  );
  const gap = fc.constantFrom(" ", "\n", "\n\n", "  // n++; n++;\n", "/* if (a) b(); */ ");
  const blocks = fc.array(statement.map((tokens) => ["{", ...tokens, "}"])).map((list) => list.flat());
  fc.assert(
    fc.property(blocks, fc.infiniteStream(gap), (tokens, gaps) => {
      // A line may not break before these.
      const bound = ["++", "=>"];
      const spread = tokens.map((token) => (bound.includes(token) ? token : gaps.next().value + token));
      expect(statementsIn(spread.join(""))).toBe(statementsIn(tokens.join(" ")));
    }),
  );
});
