import { expect, test } from "vitest";
import { summary } from "./summary.ts";

test("a run says what it left out, its time by part, its slowest and what failed, and counts at the end", () => {
  const outcome = (name: string, state: "passed" | "failed" | "left out", milliseconds: number) => ({
    name,
    state,
    milliseconds,
  });
  const parts = [
    { title: "unit tests", outcomes: [outcome("one", "passed", 1_000)], milliseconds: 60_000 },
    {
      title: "journeys",
      outcomes: [outcome("two", "failed", 2_500), outcome("three", "left out", 0)],
      milliseconds: 30_000,
    },
  ];
  expect(summary(parts)).toEqual([
    "",
    "Left out here, and run by a larger size (npm test, npm test -- --full):",
    "  three",
    "",
    "Time by part:",
    "   60.0 s  unit tests",
    "   30.0 s  journeys",
    "",
    "The ten slowest:",
    "    2.5 s  two",
    "    1.0 s  one",
    "",
    "Failed:",
    "  two",
    "",
    "All in 1.5 minutes.",
    "1 passed, 1 failed",
  ]);
});

test("a run in which nothing failed and nothing was left out names neither", () => {
  const lines = summary([{ title: "types", outcomes: [], milliseconds: 0 }]).join("\n");
  expect(lines).not.toMatch(/Failed|Left out/);
  expect(lines).toMatch(/0 passed, 0 failed$/);
});
