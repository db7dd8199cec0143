import { expect, test } from "vitest";
import type { Remark } from "../../authoring/remark.ts";
import { foldedLine, nextToDo } from "./next-remark.ts";

const about = (file: string, wrong: string, needed: Remark["needed"] = "always"): Remark => ({
  file: `pack/jar/${file}`,
  wrong,
  next: "Fix it.",
  needed,
});
const wrongs = (remarks: Remark[]) => remarks.map(({ wrong }) => wrong);
const halfWay = [
  about("feedback.md", "transcript"),
  about("exercise.yaml", "says"),
  about("checks.ts", "covers"),
  about("log.ndjson", "advice on the log", "never"),
  about("solution.ts", "types"),
  about("solution.ts", "fails"),
];

test("the file to work on next comes first, and the rest is folded", () => {
  const { shown, folded } = nextToDo(halfWay, "course", false);
  expect(wrongs(shown)).toEqual(["types", "fails"]);
  expect(folded).toBe(4);
});

test("all are shown where that is asked for, problems before advice", () => {
  const { shown, folded } = nextToDo(halfWay, "course", true);
  expect(wrongs(shown)).toEqual(["types", "fails", "covers", "says", "transcript", "advice on the log"]);
  expect(folded).toBe(0);
});

test("few are not folded", () => {
  expect(nextToDo(halfWay.slice(0, 3), "course", false)).toMatchObject({ folded: 0 });
});

test("how many are folded is said with the right form of the noun", () => {
  expect(foldedLine(12)).toBe("… and 12 further remarks; see them with --all");
  expect(foldedLine(1)).toBe("… and 1 further remark; see it with --all");
});
