import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Verdict, verdicts } from "../../engine/fold/trace.ts";

const verdict = z.enum(verdicts);

/** What one case promises. `expected-outcomes.json` has a row for each case, in the order of the suite. */
const row = z.strictObject({
  /** Its class and number, such as CPU-01. */
  id: z.string().regex(/^[A-Z]{2,3}-\d\d$/),
  /**
   * How the runs of the case end on the server that is tried: each of these verdicts is heard at least once, and no
   * other. In a list of several, any of them may be heard. Empty where the case looks at something other than a run.
   */
  ends: z.array(z.union([verdict, z.array(verdict).min(2)])),
  /** Where the outcome is another one than the sandbox's design expected: what the design said, and the reason. */
  departure: z.string().min(1).optional(),
});

export type ExpectedOutcome = z.infer<typeof row>;

export const expectedOutcomes: ExpectedOutcome[] = z
  .array(row)
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "expected-outcomes.json"), "utf8")));

/** What differs between a row and the verdicts that were heard, a sentence each; empty where they agree. */
export function differences({ ends }: ExpectedOutcome, heard: ReadonlySet<Verdict>): string[] {
  const promised = ends.map((end) => [end].flat());
  const missing = promised.filter((any) => !any.some((one) => heard.has(one)));
  const unexpected = [...heard].filter((one) => !promised.flat().includes(one));
  return [
    ...missing.map((any) => `The table promises ${any.join(" or ")}, and no run ended so.`),
    ...unexpected.map((one) => `A run ended with ${one}, which the table does not have.`),
  ];
}
