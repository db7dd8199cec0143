import { z } from "zod";

/** The sentences of a message that leaves a sandbox process: a learner who breaks out could write anything there. */
export const sentences = z
  .array(
    z.strictObject({
      code: z.string().max(100),
      params: z.record(z.string().max(100), z.union([z.string().max(20_000), z.number()])),
    }),
  )
  .max(10);
