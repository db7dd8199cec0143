import { z } from "zod";
import type { Json } from "../fold/json.ts";

/** The members of a type, each with the schema of its value. */
type SchemasOf<T> = { [Name in keyof T]-?: z.ZodType<T[Name]> };

/**
 * The schema of an object with exactly the members of `T`: the compiler refuses a member that is missing, is not one of
 * the type's, or holds another type of value. So the type, with its comments, stays the one place that says what a
 * message is.
 */
export function objectSchema<T extends object>(members: SchemasOf<T>): z.ZodType<T> {
  return z.object(members) as unknown as z.ZodType<T>;
}

/** Any JSON value: an event's data, a state. */
export const json = z.unknown() as unknown as z.ZodType<Json>;

export const count = z.number().int().nonnegative();
