/**
 * `npm test`: what has to hold, in the order in which it fails soonest. `--quick` is format, lint, types and unit tests;
 * `--full` is everything: every mutant, every page and state on both devices, kills, load and parity. A run names what it
 * left out for a larger size, and ends with one line, "N passed, N failed".
 */

import { ensureTools } from "./test/required-tools.ts";
import { journeys } from "./test/run-journeys.ts";
import { type Part, summary } from "./test/summary.ts";
import type { Outcome } from "./test/test-outcomes.ts";
import { readSize } from "./test/test-size.ts";
import { command, type TestStep, vitest } from "./test/test-steps.ts";

const check = ["node", "scripts/exercise.ts", "check", "--all"] as const;
const mutants: Outcome = {
  name: "every mutant of every exercise's solution",
  state: "left out",
  milliseconds: 0,
};
const exercises: TestStep = {
  title: "exercises",
  run: async (size) =>
    size === "full"
      ? command("exercises", ...check).run(size)
      : [...(await command("exercises", ...check, "--quick").run(size)), mutants],
};

const quick: TestStep[] = [
  command("format and lint", "biome", "ci", "--error-on-warnings", "."),
  command("types", "tsc", "--noEmit", "-p", "."),
  vitest("unit tests", "unit"),
];

const standard: TestStep[] = [
  command("types of the site", "npm", "run", "check", "-w", "site"),
  vitest("servers and sandbox processes", "processes"),
  exercises,
  vitest("tests that grade many answers", "grading"),
  vitest("tests against a real broker", "kafka"),
  vitest("tests that have a broker alone", "kafka-alone"),
  vitest("labs against their real systems", "labs"),
  vitest("hostile cases", "hostile"),
  command("the site's build", "npm", "run", "build", "-w", "site"),
  journeys,
];

const parts: Part[] = [];
try {
  const size = readSize(process.argv.slice(2));
  if (size !== "quick") ensureTools();
  for (const { title, run } of size === "quick" ? quick : [...quick, ...standard]) {
    const start = performance.now();
    console.log(`\n── ${title}`);
    const outcomes = await run(size);
    const milliseconds = performance.now() - start;
    parts.push({ title, outcomes, milliseconds });
    const failed = outcomes.filter(({ state }) => state === "failed").length;
    const passed = outcomes.filter(({ state }) => state === "passed").length;
    console.log(`── ${title}: ${passed} passed, ${failed} failed in ${(milliseconds / 1000).toFixed(1)} s`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  const failed: Outcome = { name: "the test run itself", state: "failed", milliseconds: 0 };
  parts.push({ title: "the test run itself", outcomes: [failed], milliseconds: 0 });
}

console.log(summary(parts).join("\n"));
const isGreen = parts.every(({ outcomes }) => outcomes.every(({ state }) => state !== "failed"));
process.exitCode = isGreen ? 0 : 1;
