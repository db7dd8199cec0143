import { z } from "zod";
import { verdicts } from "../../engine/fold/trace.ts";
import { missingLines } from "../../engine/line-coverage/line-coverage-messages.ts";
import { limits } from "../../engine/sandbox/limits.ts";
import type { SandboxAnswer } from "./sandbox-messages.ts";
import { sentences } from "./sentences-schema.ts";
import { watchResults } from "./watch-results-schema.ts";

/**
 * The shape of everything that leaves a sandbox process. Nothing in there is trusted: a learner who breaks out of the
 * engine could write anything to stdout. Values inside states, events and patches come from `JSON.parse`, so they are
 * JSON already; what is checked here is what the rest of the server relies on.
 */
const json = z.unknown();
const count = z.number().int().nonnegative();
const position = z.strictObject({
  topic: z.string().max(300),
  partition: z.number().int(),
  offset: z.number().int(),
});
const place = z.strictObject({
  line: z.number().int(),
  column: z.number().int(),
  frame: z.string().max(10_000),
});
const text = z.string().max(20_000);

const patch = z.array(
  z.union([
    z.strictObject({ op: z.enum(["add", "replace"]), path: z.string(), value: json }),
    z.strictObject({ op: z.literal("remove"), path: z.string() }),
  ]),
);

const message = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("start"),
    runId: z.string().max(100),
    engine: z.string().max(100),
    entry: z.strictObject({ kind: z.string(), name: z.string().optional() }),
    scope: z.enum(["all", "by-key"]),
    seed: z.number(),
    slice: z.strictObject({
      topic: z.string(),
      partitions: z.array(z.strictObject({ partition: z.number(), from: z.number(), to: z.number() })),
    }),
    sourceHash: z.string().max(100),
    state: json,
  }),
  z.strictObject({
    kind: z.literal("step"),
    index: count,
    position: position.nullable(),
    key: z.string().nullable(),
    event: json,
    command: json.optional(),
    patch,
    console: z.array(text).max(1_000),
    result: json.optional(),
    watched: watchResults.optional(),
    breaks: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal("keyframe"), index: count, state: json }),
  z.strictObject({
    kind: z.literal("end"),
    verdict: z.enum(verdicts),
    message: text,
    sentences: sentences.optional(),
    at: z
      .strictObject({
        index: z.number().int().min(-1),
        position: position.nullable(),
        source: place.optional(),
        console: z.array(text).max(1_000).optional(),
        mutated: z.string().max(10_000).optional(),
        changed: z.strictObject({ of: z.enum(["state", "event"]), path: z.array(text) }).optional(),
      })
      .nullable(),
    state: json,
    steps: count,
    skipped: count,
  }),
]);

const lit = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("lines"),
    index: z.number().int().min(-1),
    /** No source has more lines than bytes. */
    lines: z.array(z.number().int().min(1).max(limits.sourceBytes)).max(limits.sourceBytes),
  }),
  z.strictObject({
    kind: z.literal("end"),
    missing: z.enum(missingLines).nullable(),
    message: text,
    sentences: sentences.optional(),
  }),
]);

const answer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ready"), engine: z.string().max(100) }),
  z.strictObject({ kind: z.literal("message"), request: count, message }),
  z.strictObject({ kind: z.literal("lit"), message: lit }),
  z.strictObject({ kind: z.literal("working") }),
  z.strictObject({ kind: z.literal("again") }),
  z.strictObject({ kind: z.literal("done"), health: z.enum(["healthy", "fault"]) }),
]);

/** Reads one line of a sandbox process; null when it is not what the process should say. */
export function readAnswer(line: string): SandboxAnswer | null {
  try {
    const result = answer.safeParse(JSON.parse(line));
    return result.success ? (result.data as SandboxAnswer) : null;
  } catch {
    return null;
  }
}
