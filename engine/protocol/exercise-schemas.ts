import { z } from "zod";
import type { Wording } from "../fold/describe-step.ts";
import type { PredictableStep } from "../grading/grade-prediction.ts";
import type { LawSelection } from "../grading/laws/law.ts";
import type { Pieces } from "../grading/line-ordering.ts";
import { labIds } from "../labs/lab-ids.ts";
import type {
  Exercise,
  ExerciseDetails,
  ExercisePayload,
  ExerciseSummary,
  ExerciseTerminal,
} from "./exercise-types.ts";
import { command, entry, rawRecord, scope, slice } from "./log-schemas.ts";
import { count, json, objectSchema } from "./object-schema.ts";
import { trace } from "./trace-schemas.ts";

/** What a server says of exercises: see `exercise-types.ts` for what each member means. */

const shared = {
  id: z.string(),
  title: z.string(),
  lesson: z.string().optional(),
  optional: z.boolean(),
  concepts: z.array(z.string()),
  difficulty: z.number().int().min(1).max(5),
  prerequisites: z.array(z.string()),
  form: z.enum(["code", "order", "predict"]),
  entry,
  scope,
  slice,
};
const checks = z.array(z.object({ id: z.string(), title: z.string() }));
const views = ["cart", "board", "account", "seats", "newsroom", "table", "none"] as const;

export const exerciseSummary = objectSchema<ExerciseSummary>({
  ...shared,
  view: z.enum(views),
  pack: z.string().optional(),
});

export const exerciseDetails = objectSchema<ExerciseDetails>({
  ...shared,
  view: z.enum(views),
  readme: z.string(),
  starter: z.string(),
  types: z.string(),
  hints: z.array(z.string()),
  commands: z.array(command).optional(),
  checks,
});

const exercise = objectSchema<Exercise>({
  ...shared,
  view: z.enum([...views, "fitting"]),
  summary: z.string().optional(),
  par: count,
  panels: z.array(z.enum(["tape", "view", "tree", "code", "checks", "more"])),
  readmeHtml: z.string(),
  starter: z.string(),
  startLine: count,
  starterHtml: z.string(),
  typesText: z.string(),
  typesHtml: z.string(),
  order: objectSchema<Pieces>({
    head: z.string(),
    pieces: z.array(z.string()),
    tail: z.string(),
  }).optional(),
  predict: z.array(objectSchema<PredictableStep>({ index: count, before: json })),
  checks,
  hints: z.array(z.string()),
  notes: z.array(z.object({ after: count, html: z.string() })),
  wording: objectSchema<Wording>({
    events: z.record(z.string(), z.string()).optional(),
    changes: z.array(z.string()).optional(),
    values: z.record(z.string(), z.string()).optional(),
  }),
  approaches: count,
  passed: z.string().optional(),
  lab: z.enum(labIds).optional(),
  terminal: objectSchema<ExerciseTerminal>({
    tools: z.array(z.string()).optional(),
    commands: z.array(z.string()),
  }).optional(),
  commands: z.array(command).optional(),
  args: z.array(json).optional(),
  laws: objectSchema<LawSelection>({
    unknown: z.boolean(),
    snapshot: z.boolean(),
    replay: z.boolean(),
    duplicates: z.boolean(),
    interleavings: z.boolean(),
    crash: z.boolean(),
  }),
  ignore: z.array(z.string()),
  topic: z.string(),
  partitions: count,
});

export const exercisePayload = objectSchema<ExercisePayload>({
  exercise,
  records: z.array(rawRecord),
  trace,
  previousVersion: z.literal(true).optional(),
});
