import { z } from "zod";
import type { Sentence } from "../sentences/message.ts";
import { objectSchema } from "./object-schema.ts";

/** What a message says, as data: beside its English text, of which each sentence is a part. */
export const sentences = z.array(
  objectSchema<Sentence>({
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
);
