import type { z } from "zod";
import { verbatimMessage } from "../engine/sentences/message.ts";
import { Refusal } from "./errors.ts";

/** Reads a request. Throws `request-invalid` that names the first field which does not fit. */
export function parseRequest<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join(".") || "The request";
  throw new Refusal(
    "request-invalid",
    verbatimMessage(`${where.slice(0, 200)}: ${(issue?.message ?? "does not fit").slice(0, 300)}.`),
  );
}
