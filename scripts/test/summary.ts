import type { Outcome } from "./test-outcomes.ts";

/** A step that was run: its tests, and how long it took in all, in milliseconds. */
export interface Part {
  title: string;
  outcomes: Outcome[];
  milliseconds: number;
}

const most = 10;

/** What a test run says at its end, line by line. The last line counts: "N passed, N failed". */
export function summary(parts: Part[]): string[] {
  const outcomes = parts.flatMap((part) => part.outcomes);
  const having = (state: Outcome["state"]) => outcomes.filter((outcome) => outcome.state === state);
  const tried = outcomes.filter(({ state }) => state !== "left out");
  const slowest = tried.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, most);
  const [passed, failed, leftOut] = [having("passed"), having("failed"), having("left out")];
  const total = parts.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return [
    ...section("Left out here, and run by a larger size (npm test, npm test -- --full):", leftOut),
    "",
    "Time by part:",
    ...parts.map(({ title, milliseconds }) => timed(milliseconds, title)),
    "",
    "The ten slowest:",
    ...slowest.map(({ name, milliseconds }) => timed(milliseconds, name)),
    ...section("Failed:", failed),
    "",
    `All in ${(total / 60_000).toFixed(1)} minutes.`,
    `${passed.length} passed, ${failed.length} failed`,
  ];
}

function section(title: string, outcomes: Outcome[]): string[] {
  return outcomes.length === 0 ? [] : ["", title, ...outcomes.map(({ name }) => `  ${name}`)];
}

function timed(milliseconds: number, name: string): string {
  return `${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${name}`;
}
