import { expect, test } from "vitest";
import { attemptsLeft, countFailure } from "./failed-attempts.ts";

const starter = "export const a = 1; // start here\n";

test("three different programs that ran earn the solution", () => {
  let failures: string[] = [];
  for (const source of ["const a = 2", "const a = 3", "const a = 4"]) {
    failures = countFailure(failures, source, starter, true);
  }
  expect(attemptsLeft(failures)).toBe(0);
});

test("the same program with other spaces and comments is the same attempt", () => {
  const once = countFailure([], "const a = 2;", starter, true);
  expect(countFailure(once, "const  a = 2; // again", starter, true)).toEqual(once);
});

test("code that did not run is no attempt", () => {
  expect(countFailure([], "const a = ", starter, false)).toEqual([]);
});

test("the untouched starter is no attempt", () => {
  expect(countFailure([], "export const a = 1;", starter, true)).toEqual([]);
});
