import fc from "fast-check";
import { expect, test } from "vitest";
import { limits } from "./limits.ts";
import { stripTypes } from "./strip-types.ts";

test("what is left stands where it stood: lines and columns do not move", () => {
  const source = "const f = <T,>(a: T, b?: number): T => a as T;\nlet x: string | null = null!;";
  const stripped = stripTypes(source);
  if (!("code" in stripped)) throw new Error("It should be stripped.");
  expect(stripped.code).toHaveLength(source.length);
  expect(stripped.code.indexOf("=> a")).toBe(source.indexOf("=> a"));
  expect(stripped.code).not.toMatch(/number|string/);
});

test("syntax that would need compiling is refused at its place, with what to use instead", () => {
  expect(stripTypes("\n  enum A { X }")).toMatchObject({
    line: 2,
    column: 3,
    problem: { message: expect.stringContaining("union") },
  });
});

test("a source is too large in bytes, not in characters", () => {
  expect(stripTypes("é".repeat(limits.sourceBytes / 2 + 1))).toEqual({ tooLarge: limits.sourceBytes + 2 });
});

test("deep brackets are stopped before a parser sees them", () => {
  const deep = "(".repeat(limits.sourceNesting + 1);
  expect(stripTypes(`x\n${deep}`)).toMatchObject({ line: 2, column: limits.sourceNesting + 1 });
  expect(stripTypes("f<".repeat(3_000))).toMatchObject({
    problem: { message: expect.stringContaining("deep") },
  });
});

test("whatever the text, stripping answers and never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const [outcome] = Object.keys(stripTypes(text));
      expect(["code", "problem", "tooLarge", "fault"]).toContain(outcome);
    }),
  );
});
