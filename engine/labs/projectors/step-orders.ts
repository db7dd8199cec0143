/** What a projector does with one record. The position is the next offset that it will read. */
export type ProjectorStep = "commit-offset" | "apply" | "store-position" | "commit-transaction";

export const stepOrderNames = ["commit-first", "apply-first", "one-transaction"] as const;
export type StepOrder = (typeof stepOrderNames)[number];

/** The steps for each record, in their order. In the first two, `apply` is a transaction of its own. */
export const stepsOf: Record<StepOrder, readonly ProjectorStep[]> = {
  "commit-first": ["commit-offset", "apply"],
  "apply-first": ["apply", "commit-offset"],
  "one-transaction": ["apply", "store-position", "commit-transaction"],
};

export type CrashResult = "right" | "lost" | "doubled";

/** What a view that counts orders came to, beside the fold of the log. */
export function compareCounts(counted: number, folded: number): CrashResult {
  if (counted === folded) return "right";
  return counted < folded ? "lost" : "doubled";
}

/** Every point at which a projector can be killed: before its first step, and after each step. */
export function crashPoints(): { order: StepOrder; killAfter: number }[] {
  return stepOrderNames.flatMap((order) =>
    Array.from({ length: stepsOf[order].length + 1 }, (_, killAfter) => ({ order, killAfter })),
  );
}
