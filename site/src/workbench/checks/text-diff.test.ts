import { expect, test } from "vitest";
import { diffLines } from "./text-diff.ts";

const marks = (mine: string, theirs: string) =>
  diffLines(mine, theirs).map(({ kind, text }) => `${{ same: " ", mine: "-", theirs: "+" }[kind]}${text}`);

test("equal texts differ in no line", () => {
  expect(marks("a\nb\n", "a\nb")).toEqual([" a", " b"]);
});

test("a changed line is mine and then theirs", () => {
  expect(marks("a\nx\nc", "a\ny\nc")).toEqual([" a", "-x", "+y", " c"]);
});

test("lines put in keep their neighbours", () => {
  expect(marks("a\nc", "a\nb\nc\nd")).toEqual([" a", "+b", " c", "+d"]);
});
