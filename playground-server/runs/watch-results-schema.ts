import { z } from "zod";
import { limits } from "../../engine/sandbox/limits.ts";

/** The shape of what watch expressions gave, as it leaves a confined process. */
const text = z.string().max(limits.watchCharacters);
export const watchResults = z
  .array(
    z.union([
      z.strictObject({ value: z.union([z.number(), text, z.boolean(), z.null()]) }),
      z.strictObject({ text }),
      z.strictObject({ error: text }),
    ]),
  )
  .max(limits.watches);
