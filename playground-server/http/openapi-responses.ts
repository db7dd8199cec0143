import { z } from "zod";
import { objectSchema } from "../../engine/protocol/object-schema.ts";
import type { Problem } from "../../engine/protocol/response-types.ts";
import { sentences } from "../../engine/protocol/sentence-schema.ts";
import { errors } from "../errors.ts";

const codes = Object.keys(errors);

const problemMembers = {
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.enum(codes),
  sentences: sentences.optional(),
};

export const problem = objectSchema<Problem>(problemMembers);

export const problemLine = objectSchema<Problem & { kind: "problem" }>({
  kind: z.literal("problem"),
  ...problemMembers,
});

const refusal = {
  description: `A refusal. \`code\` is one of ${codes.join(", ")}.`,
  content: { "application/problem+json": { schema: problem } },
};

/** The answers of a route in the OpenAPI document: what it gives, and any refusal. */
export function openApiResponses(description: string, schema: z.ZodType, type = "application/json") {
  return { 200: { description, content: { [type]: { schema } } }, default: refusal };
}

/** The same for a route that streams lines. The last one is a problem where something failed after the first. */
export function openApiLines(description: string, line: z.ZodType) {
  return openApiResponses(description, z.union([line, problemLine]), "application/x-ndjson");
}
