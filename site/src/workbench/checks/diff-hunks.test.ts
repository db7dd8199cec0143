import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readCatalog } from "../../../../exercises/catalog.ts";
import { hunksOf } from "./diff-hunks.ts";

const marks = { same: " ", mine: "-", theirs: "+" } as const;
const drawn = (from: string, to: string) =>
  hunksOf(from, to).map((hunk) => hunk.map(({ kind, text }) => marks[kind] + text).join(" "));

test("two places far apart come one after the other, each with a line around it", () => {
  expect(drawn("a\nb\nc\nd\ne\nf\ng", "a\nB\nc\nd\ne\nf\ng\nh")).toEqual([" a -b +B  c", " g +h"]);
});

test("a longer change is cut where a piece begins at its outermost indentation", () => {
  const solution = "switch {\n  case 1:\n    one\n  case 2: {\n    two\n  }\n  default:\n}";
  expect(drawn("switch {\n  // to do\n  default:\n}", solution)).toEqual([
    " switch { -  // to do +  case 1: +    one",
    "+  case 2: { +    two +  }    default:",
  ]);
});

test("a blank line or a comment that comes or goes is no part", () => {
  expect(drawn("a\n// do this\nb\nc\nd\ne", "a\nb\nc\n\nd\ne\nf")).toEqual([" e +f"]);
});

test("a line that only loses its remark is no part", () => {
  expect(drawn("a\nreturn cart; // nothing changes\nb", "a\nreturn cart;\nb")).toEqual([]);
});

test("the same text has none", () => {
  expect(hunksOf("a\nb", "a\nb\n")).toEqual([]);
});

const text = fc
  .array(fc.constantFrom("a", "b", "c", "", "// d"), { maxLength: 12 })
  .map((lines) => lines.join("\n"));

test("law: every line that comes or goes and says something stands in exactly one part", () => {
  fc.assert(
    fc.property(text, text, (from, to) => {
      const all = hunksOf(from, to).flat();
      const lines = (kind: "mine" | "theirs") =>
        all.filter((line) => line.kind === kind && /^[abc]$/.test(line.text)).map((line) => line.text);
      const count = (source: string, letter: string) =>
        source.split("\n").filter((line) => line === letter).length;
      for (const letter of ["a", "b", "c"]) {
        const gone = lines("mine").filter((line) => line === letter).length;
        const come = lines("theirs").filter((line) => line === letter).length;
        expect(count(from, letter) - gone + come).toBe(count(to, letter));
      }
    }),
  );
});

test("the solution of every exercise of the course comes in at least one part", async () => {
  const { exercises } = await readCatalog();
  const written = exercises.filter(({ form }) => form !== "predict");
  for (const { id, starter, solution } of written)
    expect(hunksOf(starter, solution).length, id).toBeGreaterThan(0);
});
