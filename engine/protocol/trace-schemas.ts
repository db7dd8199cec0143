import { z } from "zod";
import type { Operation } from "../fold/json-patch.ts";
import {
  type Break,
  type Keyframe,
  type Progress,
  type Sample,
  type SourcePlace,
  type Step,
  type StoppedAt,
  type Trace,
  type TraceEnd,
  type TraceMessage,
  type TraceStart,
  verdicts,
  type Watched,
} from "../fold/trace.ts";
import {
  type LineCoverage,
  type LinesEnd,
  type LinesMessage,
  missingLines,
} from "../line-coverage/line-coverage-messages.ts";
import { command, entry, event, position, scope, slice } from "./log-schemas.ts";
import { count, json, objectSchema } from "./object-schema.ts";
import { sentences } from "./sentence-schema.ts";

/** What a run says while it folds, and how it ends. */

/** The index of a step; -1 is before the first one. */
const index = z.number().int().min(-1);

const start = objectSchema<TraceStart>({
  kind: z.literal("start"),
  runId: z.string(),
  engine: z.string(),
  entry,
  scope,
  seed: z.number().int(),
  slice,
  sourceHash: z.string(),
  state: json,
});

const operation: z.ZodType<Operation> = z.union([
  z.object({ op: z.literal("add"), path: z.string(), value: json }),
  z.object({ op: z.literal("replace"), path: z.string(), value: json }),
  z.object({ op: z.literal("remove"), path: z.string() }),
]);

const watched: z.ZodType<Watched> = z.union([
  z.object({ value: z.union([z.number(), z.string(), z.boolean(), z.null()]) }),
  z.object({ text: z.string() }),
  z.object({ error: z.string() }),
]);

const step = objectSchema<Step>({
  kind: z.literal("step"),
  index: count,
  position: position.nullable(),
  key: z.string().nullable(),
  event: event.nullable(),
  command: command.optional(),
  patch: z.array(operation),
  console: z.array(z.string()),
  result: json.optional(),
  watched: z.array(watched).optional(),
  breaks: z.literal(true).optional(),
});

const breakAt = objectSchema<Break>({ kind: z.literal("break"), index: count.nullable(), position });

const sample = objectSchema<Sample>({ kind: z.literal("sample"), position, watched: z.array(watched) });

const keyframe = objectSchema<Keyframe>({ kind: z.literal("keyframe"), index: count, state: json });

export const progress = objectSchema<Progress>({
  kind: z.literal("progress"),
  phase: z.enum(["queued", "reading", "folding"]),
  records: count,
  total: count.nullable(),
  rate: z.number().optional(),
  secondsLeft: z.number().optional(),
  place: count.optional(),
});

const stoppedAt = objectSchema<StoppedAt>({
  index,
  position: position.nullable(),
  source: objectSchema<SourcePlace>({ line: count, column: count, frame: z.string() }).optional(),
  console: z.array(z.string()).optional(),
  mutated: z.string().optional(),
  changed: z.object({ of: z.enum(["state", "event"]), path: z.array(z.string()) }).optional(),
});

export const verdict = z.enum(verdicts);

const end = objectSchema<TraceEnd>({
  kind: z.literal("end"),
  verdict,
  message: z.string(),
  sentences: sentences.optional(),
  at: stoppedAt.nullable(),
  state: json,
  keys: count.optional(),
  steps: count,
  skipped: count,
});

export const trace = objectSchema<Trace>({
  start,
  steps: z.array(step),
  keyframes: z.array(keyframe),
  end,
});

export const traceMessage: z.ZodType<TraceMessage> = z.union([
  start,
  step,
  keyframe,
  progress,
  breakAt,
  sample,
  end,
]);

export const linesMessage: z.ZodType<LinesMessage> = z.union([
  objectSchema<LineCoverage>({ kind: z.literal("lines"), index, lines: z.array(count) }),
  objectSchema<LinesEnd>({
    kind: z.literal("end"),
    missing: z.enum(missingLines).nullable(),
    message: z.string(),
    sentences: sentences.optional(),
  }),
]);
