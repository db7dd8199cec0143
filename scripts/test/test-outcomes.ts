/** One test of a step, with its time in milliseconds. "left out" is what a larger size of the run tries. */
export interface Outcome {
  name: string;
  state: "passed" | "failed" | "left out";
  milliseconds: number;
}

/** What Vitest says of one test. `flaky`: it passed, but not at its first try. */
export interface TestReport {
  name: string;
  state: "passed" | "failed" | "skipped" | "pending";
  tags: string[];
  flaky: boolean;
  milliseconds: number;
}

/**
 * What a test counts as in a run that leaves out these tags. A second try is a failure, and so is a test that was
 * skipped for any other reason than its tags.
 */
export function outcomeOf(
  { name, state, tags, flaky, milliseconds }: TestReport,
  leftOut: string[],
): Outcome {
  if (flaky) return { name: `${name} (passed only at the second try)`, state: "failed", milliseconds };
  if (state === "passed") return { name, state, milliseconds };
  const isLeftOut = state === "skipped" && tags.some((tag) => leftOut.includes(tag));
  return { name, state: isLeftOut ? "left out" : "failed", milliseconds };
}
