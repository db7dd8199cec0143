import { z } from "zod";

/** What the process says of a job. */
export const jqAnswer = z.union([
  z.strictObject({
    kind: z.literal("done"),
    result: z.strictObject({ stdout: z.string(), stderr: z.string(), exitCode: z.number() }),
  }),
  z.strictObject({ kind: z.literal("out-of-memory") }),
]);

export type JqAnswer = z.infer<typeof jqAnswer>;
