import { expect, test } from "vitest";
import { cutSource } from "./starter-regions.ts";

const lines = (...all: string[]) => all.join("\n");

test("the solution has what lies in a region, the starter has the text of the marker, and neither has a marker", () => {
  const cut = cutSource(
    lines(
      "function evolve() {",
      "  // starter: // To do: add the two.",
      "  // starter: return 0;",
      "  return a + b;",
      "  // end starter",
      "}",
    ),
  );
  expect(cut).toMatchObject({
    solution: lines("function evolve() {", "  return a + b;", "}"),
    starter: lines("function evolve() {", "  // To do: add the two.", "  return 0;", "}"),
    solutionLines: [1, 4, 6],
    starterLines: [1, 2, 3, 6],
    hasRegions: true,
  });
});

test("a marker without text leaves no line, and among others an empty one", () => {
  expect(cutSource(lines("// starter:", "a();", "// end starter", "b();")).starter).toBe("b();");
  const region = lines("// starter: a();", "// starter:", "// starter: b();", "// end starter");
  expect(cutSource(region)).toMatchObject({ starter: lines("a();", "", "b();"), solution: "" });
});

test("a file without markers is solution and starter as it is", () => {
  const text = "// A starter: something to begin with.\nreturn 1;\n";
  expect(cutSource(text)).toMatchObject({ solution: text, starter: text, hasRegions: false });
});

test.each([
  [lines("a();", "// starter: b();", "c();"), 2, "does not end"],
  [lines("// starter: b();", "c();", "// starter: d();", "// end starter"), 1, "before the next one"],
  [lines("a();", "// end starter"), 2, "does not begin"],
])("a marker without its partner is named with its line", (text, line, says) => {
  expect(() => cutSource(text)).toThrow(
    expect.objectContaining({ line, message: expect.stringContaining(says) }),
  );
});
