/** How much a test run tries. Each size holds the one before it. */
export type TestSize = "quick" | "standard" | "full";

/** Reads the size from the command line: `--quick`, `--full`, or neither. Throws where something else stands there. */
export function readSize(args: string[]): TestSize {
  const [first, ...more] = args;
  if (first === undefined) return "standard";
  if (more.length === 0 && first === "--quick") return "quick";
  if (more.length === 0 && first === "--full") return "full";
  throw new Error(
    `"${args.join(" ")}" is not understood. Write: npm test, npm test -- --quick or npm test -- --full.`,
  );
}

/** The tags of the tests that a size leaves out (see `tags` in vitest.config.ts). */
export const tagsLeftOut: Record<TestSize, string[]> = { quick: ["full"], standard: ["full"], full: [] };
