/**
 * `npm test`: everything, in the order in which it fails soonest. `--quick` leaves out the exercises and what grades many
 * answers, the broker, the site's build and the journeys. Ends with one line, "N passed, N failed".
 */
import { command, type Outcome, type Step, vitest } from "./test/steps.ts";
import { ensureTools } from "./test/tools.ts";

const quick = process.argv.includes("--quick");

const always: Step[] = [
  command("format and lint", "biome", "ci", "--error-on-warnings", "."),
  command("types", "tsc", "--noEmit", "-p", "."),
  vitest("unit tests", "unit"),
];

const full: Step[] = [
  command("types of the site", "npm", "run", "check", "-w", "site"),
  command("exercises", "node", "scripts/exercise.ts", "check"),
  vitest("tests that grade many answers", "grading"),
  vitest("tests against a real broker", "kafka"),
  vitest("hostile cases", "hostile"),
  command("the site's build", "npm", "run", "build", "-w", "site"),
  vitest("journeys in a browser", "journeys"),
];

const outcomes: Outcome[] = [];
const started = performance.now();
try {
  if (!quick) ensureTools();
  for (const { title, run } of quick ? always : [...always, ...full]) {
    const start = performance.now();
    console.log(`\n── ${title}`);
    const results = await run();
    outcomes.push(...results);
    const failed = results.filter(({ passed }) => !passed).length;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`── ${title}: ${results.length - failed} passed, ${failed} failed in ${seconds} s`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  outcomes.push({ name: "the test run itself", passed: false, milliseconds: 0 });
}

const failed = outcomes.filter(({ passed }) => !passed);
const slowest = outcomes.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 10);
console.log("\nThe ten slowest:");
for (const { name, milliseconds } of slowest)
  console.log(`${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${name}`);
if (failed.length > 0) {
  console.log("\nFailed:");
  for (const { name } of failed) console.log(`  ${name}`);
}
console.log(`\nAll in ${((performance.now() - started) / 60_000).toFixed(1)} minutes.`);
console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
