import * as z from "zod/mini";
import type { RawRecord } from "../../../../engine/fold/event.ts";
import { isObject } from "../../../../engine/fold/json.ts";
import type { Entry, Scope, Slice } from "../../../../engine/fold/trace.ts";
import { broken, parts } from "../../../../language/english/shared-link-errors.ts";
import type { Exercise } from "../exercise-payload.ts";
import { viewNames } from "../view-names.ts";
import type { ReadShared, Shared, SharedLog, SharedPlayground } from "./shared-link-types.ts";

const count = z.int().check(z.nonnegative());

const record: z.ZodMiniType<RawRecord> = z.object({
  position: z.object({ topic: z.string(), partition: count, offset: count }),
  timestamp: z.number(),
  key: z.nullable(z.string()),
  // A schema of zod's would leave out a header that is called __proto__.
  headers: z.custom<Record<string, string>>(
    (value) => isObject(value) && Object.values(value).every((header) => typeof header === "string"),
  ),
  value: z.nullable(z.string()),
});

const slice: z.ZodMiniType<Slice> = z.object({
  topic: z.string(),
  partitions: z.array(z.object({ partition: count, from: count, to: count })),
});

const log: z.ZodMiniType<SharedLog> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("given"), name: z.string(), records: z.array(record) }),
  z.object({ kind: z.literal("data-set"), topic: z.string() }),
  z.object({ kind: z.literal("topic"), slice }),
]);

const entry: z.ZodMiniType<Entry> = z.object({
  kind: z.enum(["reducer", "projector", "decider", "upcaster", "call"]),
  name: z.catch(z.optional(z.string()), undefined),
});

const scope: z.ZodMiniType<Scope> = z.enum(["all", "by-key"]);

const view: z.ZodMiniType<Exercise["view"]> = z.enum(viewNames);

/** The kind of code comes before the log: the first member that does not fit is the one that is named. */
const playground: z.ZodMiniType<SharedPlayground> = z.object({
  entry,
  scope,
  log,
  view: z.catch(view, "fitting"),
});

const shared: z.ZodMiniType<Shared> = z.object({
  exercise: z.optional(z.string()),
  code: z.optional(z.string()),
  step: z.optional(z.int().check(z.minimum(-1))),
  playground: z.optional(playground),
});

/** Reads what somebody sent: every part is checked, and what is no part of it is left out. Throws nothing. */
export function readShared(value: unknown): ReadShared {
  const result = z.safeParse(shared, value);
  if (result.success) return { kind: "shared", shared: result.data };
  return { kind: "broken", why: broken.shape(partAt(result.error.issues[0]?.path ?? [])) };
}

/** The visitor's name for the part at this path. */
function partAt([member, inner, list, index]: PropertyKey[]): string {
  if (member === "exercise" || member === "code" || member === "step") return parts[member];
  if (inner === "entry" || inner === "scope") return parts.kind;
  return list === "records" && typeof index === "number" ? parts.record(index + 1) : parts.log;
}

/** A kind of code, a scope and a view as somebody else wrote them down; null where they are none. */
export const entryOf = (value: unknown): Entry | null => z.safeParse(entry, value).data ?? null;
export const scopeOf = (value: unknown): Scope | null => z.safeParse(scope, value).data ?? null;
export const viewOf = (value: unknown): Exercise["view"] | null => z.safeParse(view, value).data ?? null;
