import { expect, test } from "vitest";
import { linesOf } from "../lines.ts";
import { changes } from "./changes.ts";
import { limits } from "./limits.ts";
import { missing } from "./missing.ts";
import { modules } from "./modules.ts";
import { names } from "./names.ts";
import { returns } from "./returns.ts";
import { run } from "./run.ts";
import { values } from "./values.ts";

test.each([...returns, ...changes, ...missing, ...names, ...values, ...limits, ...modules])(
  "%s: %s",
  async (verdict, _what, marked, advice) => {
    const end = await run(marked.replace("▸", ""));
    expect(end.message).toContain(advice);
    expect(end.verdict).toBe(verdict);
    expect(end.at?.source).toEqual(placeOfMark(marked));
  },
);

/** The place before which the mark stands, with its line and a caret below. */
function placeOfMark(marked: string) {
  const lines = linesOf(marked);
  const line = lines.findIndex((text) => text.includes("▸"));
  if (line < 0) return undefined;
  const column = (lines[line] as string).indexOf("▸");
  const text = (lines[line] as string).replace("▸", "");
  return { line: line + 1, column: column + 1, frame: `${text}\n${" ".repeat(column)}^` };
}
