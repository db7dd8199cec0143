import { expect, test } from "vitest";
import { linesOf } from "./line-and-column.ts";
import { invalidValues } from "./testing/mistakes/invalid-values.ts";
import { limits } from "./testing/mistakes/limits.ts";
import { missingValues } from "./testing/mistakes/missing-values.ts";
import { moduleSyntax } from "./testing/mistakes/module-syntax.ts";
import { mutations } from "./testing/mistakes/mutations.ts";
import { returns } from "./testing/mistakes/returns.ts";
import { runMistake } from "./testing/mistakes/run-mistake.ts";
import { unavailableNames } from "./testing/mistakes/unavailable-names.ts";

test.each([
  ...returns,
  ...mutations,
  ...missingValues,
  ...unavailableNames,
  ...invalidValues,
  ...limits,
  ...moduleSyntax,
])("%s: %s", async (verdict, _what, marked, advice) => {
  const end = await runMistake(marked.replace("▸", ""));
  expect(end.message).toContain(advice);
  expect(end.verdict).toBe(verdict);
  expect(end.at?.source).toEqual(placeOfMark(marked));
});

/** The place before which the mark stands, with its line and a caret below. */
function placeOfMark(marked: string) {
  const lines = linesOf(marked);
  const line = lines.findIndex((text) => text.includes("▸"));
  if (line < 0) return undefined;
  const column = (lines[line] as string).indexOf("▸");
  const text = (lines[line] as string).replace("▸", "");
  return { line: line + 1, column: column + 1, frame: `${text}\n${" ".repeat(column)}^` };
}
