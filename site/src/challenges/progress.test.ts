import { expect, test } from "vitest";
import { freshExercise } from "../workbench/memory.ts";
import { progressOf } from "./progress.ts";

test("an exercise that was only looked at is new, also with a panel opened", () => {
  expect(progressOf(freshExercise)).toBe("new");
  expect(progressOf({ ...freshExercise, opened: ["code"] })).toBe("new");
});

test.each([
  ["a step", { cursor: 0 }],
  ["code", { code: "export function evolve() {}" }],
  ["a hint", { hints: 1 }],
  ["a failed check", { failures: ["12-abc"] }],
  ["a look at the solution", { solution: "asked" as const }],
])("%s is a beginning", (_, change) => {
  expect(progressOf({ ...freshExercise, ...change })).toBe("begun");
});

test("what was passed is passed, whatever the code says now", () => {
  const passed = { at: "2026-03-02T09:00:00Z", solution: "no" as const, records: 8, logs: 200 };
  expect(progressOf({ ...freshExercise, code: "broken", passed })).toBe("passed");
});
