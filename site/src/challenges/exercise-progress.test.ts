import { expect, test } from "vitest";
import { freshExercise } from "../exercise/exercise-memory.ts";
import { exerciseProgress } from "./exercise-progress.ts";

test("an exercise that was only looked at is new, also with a panel opened", () => {
  expect(exerciseProgress(freshExercise)).toBe("new");
  expect(exerciseProgress({ ...freshExercise, opened: ["code"] })).toBe("new");
});

test.each([
  ["a step", { cursor: 0 }],
  ["code", { code: "export function evolve() {}" }],
  ["a hint", { hints: 1 }],
  ["a failed check", { failures: ["12-abc"] }],
  ["a look at the solution", { solution: "asked" as const }],
])("%s is a beginning", (_, change) => {
  expect(exerciseProgress({ ...freshExercise, ...change })).toBe("begun");
});

test("what was passed is passed, whatever the code says now", () => {
  const passed = { at: "2026-03-02T09:00:00Z", solution: "no" as const, records: 8, logs: 200 };
  expect(exerciseProgress({ ...freshExercise, code: "broken", passed })).toBe("passed");
});
