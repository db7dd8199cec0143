import { z } from "zod";
import type { Json } from "../fold/json.ts";
import { limits } from "../sandbox/limits.ts";
import { requestLimits, terminalRequestLimits } from "./request-limits.ts";
import type {
  AppendBody,
  CheckBody,
  CompareBody,
  LabCommandBody,
  RunBody,
  SocketRequest,
  WindowBody,
} from "./request-types.ts";

/**
 * What clients may send: one schema for each request, for HTTP, the WebSocket and the OpenAPI document alike. Each fits its
 * type in request-types.ts, which the site uses without this file.
 */

/** JSON of bounded depth: a value nested 100,000 deep would end in a stack overflow far from here. */
const json = z
  .unknown()
  .refine(
    (value) => !deeperThan(value, requestLimits.jsonDepth),
    `nested more than ${requestLimits.jsonDepth} deep`,
  ) as unknown as z.ZodType<Json>;

function deeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depth === 0) return true;
  for (const item of Array.isArray(value) ? value : Object.values(value)) {
    if (deeperThan(item, depth - 1)) return true;
  }
  return false;
}

const short = z.string().min(1).max(200);
const offset = z.number().int().nonnegative();
const partition = z.number().int().min(0).max(10_000);
const topic = z.string().min(1).max(249);
const key = z.string().max(requestLimits.keyCharacters);
const scope = z.enum(["all", "by-key"]);
const id = z.string().min(1).max(100);
const seed = z.number().int().min(0).max(0x7fffffff);

const newEvent = z.strictObject({
  type: short,
  data: json,
  metadata: z
    .strictObject({
      id: short.optional(),
      version: z.number().int().positive().optional(),
      occurredAt: z.iso.datetime({ offset: true }).optional(),
      causationId: short.optional(),
      correlationId: short.optional(),
    })
    .optional(),
});

const entry = z.strictObject({
  kind: z.enum(["reducer", "projector", "decider", "upcaster", "call"]),
  name: z
    .string()
    .regex(/^[A-Za-z_$][\w$]{0,99}$/, "not a name of JavaScript")
    .optional(),
});

const givenRecord = {
  key: key.nullable(),
  position: z.strictObject({ topic, partition, offset }).optional(),
  /** From Kafka's -1 for none to the last moment that a date can name. */
  timestamp: z.number().int().min(-1).max(8_640_000_000_000_000).optional(),
  headers: z.record(z.string().max(200), z.string().max(1_000)).optional(),
};
const givenRecords = z.array(
  z.union([
    z.strictObject({ ...givenRecord, event: newEvent }),
    z.strictObject({ ...givenRecord, value: z.string().max(requestLimits.givenValueCharacters).nullable() }),
  ]),
);

const logRequest = z.union([
  z.strictObject({ records: givenRecords.max(limits.traceRecords), scope: scope.optional() }),
  z.strictObject({
    topic,
    partition,
    from: offset.optional(),
    to: offset.optional(),
    scope: scope.optional(),
  }),
  z.strictObject({
    topic,
    partitions: z
      .array(z.strictObject({ partition, from: offset.optional(), to: offset.optional() }))
      .min(1)
      .max(requestLimits.slicePartitions)
      .refine(
        (parts) => new Set(parts.map((part) => part.partition)).size === parts.length,
        "one partition twice",
      )
      .optional(),
    scope: scope.optional(),
  }),
]);

const commands = z.array(z.strictObject({ type: short, data: json })).max(requestLimits.commands);

const expression = z.string().min(1).max(limits.expressionCharacters);

export const runBody = z.strictObject({
  source: z.string(),
  log: logRequest.optional(),
  exercise: id.optional(),
  entry: entry.optional(),
  commands: commands.optional(),
  args: z.array(json).max(requestLimits.args).optional(),
  breakpoint: expression.optional(),
  watches: z.array(expression).max(limits.watches).optional(),
  seed: seed.optional(),
  from: json.optional(),
  beside: z.boolean().optional(),
}) satisfies z.ZodType<RunBody>;

export const compareBody = z.strictObject({
  exercise: id,
  source: z.string(),
}) satisfies z.ZodType<CompareBody>;

/** A source, or states that are predicted. */
const checkShape = z.strictObject({
  exercise: id,
  source: z.string().optional(),
  predicted: z
    .array(z.strictObject({ index: z.number().int().nonnegative(), state: json }))
    .max(requestLimits.predictions)
    .optional(),
  seed: seed.optional(),
});
const sourceOrPredicted = ({ source, predicted }: { source?: string; predicted?: unknown[] }) =>
  (source === undefined) !== (predicted === undefined);
const eitherOne = { error: "give a source, or the states that are predicted" };

export const checkBody = checkShape.refine(sourceOrPredicted, eitherOne) satisfies z.ZodType<CheckBody>;

export const appendBody = z.strictObject({
  topic,
  key: key.min(1),
  event: newEvent,
}) satisfies z.ZodType<AppendBody>;

export const logQuery = z.strictObject({
  partition: z.coerce.number().int().min(0).max(10_000).optional(),
  from: z.coerce.number().int().nonnegative().optional(),
  to: z.coerce.number().int().nonnegative().optional(),
  /** So many of the last offsets of each partition, instead of from and to. */
  last: z.coerce.number().int().min(1).max(1_000).optional(),
});

/** A record of a long fold, and the run to fold again where the server that is asked does not keep it. */
export const windowBody = z.strictObject({ partition, offset, run: runBody }) satisfies z.ZodType<WindowBody>;

export const windowQuery = z.strictObject({
  partition: z.coerce.number().int().min(0).max(10_000),
  offset: z.coerce.number().int().nonnegative(),
});

export const labCommandBody = z.strictObject({
  type: short,
  data: json.optional(),
}) satisfies z.ZodType<LabCommandBody>;

export const labEventsQuery = z.strictObject({
  from: z.coerce.number().int().nonnegative().optional(),
  follow: z.stringbool({ truthy: ["true"], falsy: ["false"] }).optional(),
});

const requestId = { id };
export const socketRequest = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("hello"), version: z.literal(1) }),
  runBody.extend({ kind: z.literal("run"), ...requestId }),
  runBody.extend({ kind: z.literal("lines"), ...requestId }),
  checkShape.extend({ kind: z.literal("check"), ...requestId }).refine(sourceOrPredicted, eitherOne),
  compareBody.extend({ kind: z.literal("compare"), ...requestId }),
  appendBody.extend({ kind: z.literal("append"), ...requestId }),
  z.strictObject({ kind: z.literal("tail"), ...requestId, topic }),
  windowBody.partial({ run: true }).extend({ kind: z.literal("window"), ...requestId, runId: id }),
  windowBody.partial({ run: true }).extend({ kind: z.literal("window-lines"), ...requestId, runId: id }),
  z.strictObject({
    kind: z.literal("terminal"),
    ...requestId,
    line: z.string().max(terminalRequestLimits.lineCharacters),
    tools: z.array(short).max(terminalRequestLimits.tools).optional(),
  }),
  z.strictObject({
    kind: z.literal("terminal-input"),
    ...requestId,
    lines: z.array(z.string()).max(terminalRequestLimits.linesAtOnce),
    end: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal("complete"),
    ...requestId,
    line: z.string().max(terminalRequestLimits.lineCharacters),
    tools: z.array(short).max(terminalRequestLimits.tools).optional(),
  }),
  z.strictObject({ kind: z.literal("lab-command"), ...requestId, lab: id, command: labCommandBody }),
  z.strictObject({ kind: z.literal("lab-events"), ...requestId, lab: id, from: offset.optional() }),
  z.strictObject({ kind: z.literal("lab-reset"), ...requestId, lab: id }),
  z.strictObject({ kind: z.literal("cancel"), ...requestId }),
]) satisfies z.ZodType<SocketRequest>;
