import { z } from "zod";

const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case words joined by hyphens");

/** What a wrong answer (or the starter) must run into: the check, and where. */
const expectation = z.strictObject({
  check: z.string(),
  /** The offset of the lesson's log at which the check speaks. */
  offset: z.number().int().nonnegative().optional(),
  /** How many records (and commands) the smallest failing log has. */
  smallest: z.number().int().positive().optional(),
  /** A part of the message. */
  says: z.string().optional(),
});

/** `exercise.yaml`. */
export const exerciseMetadata = z.strictObject({
  id: name,
  title: z.string(),
  lesson: name,
  optional: z.boolean().default(false),
  entry: z.strictObject({
    kind: z.enum(["reducer", "projector", "decider", "call"]),
    name: z.string().optional(),
  }),
  scope: z.enum(["all", "by-key"]).default("all"),
  /** All records of one key of a course topic, or the first `count` of them. */
  log: z.strictObject({ topic: z.string(), key: z.string(), count: z.number().int().positive().optional() }),
  /** A file of commands, for a decider. */
  commands: z.string().optional(),
  view: z.enum(["cart", "board", "none"]).default("none"),
  panels: z
    .array(z.enum(["tape", "view", "tree", "code", "checks"]))
    .default(["tape", "view", "code", "checks"]),
  /** Lines under the tape for the first look: each stands there from the step with index `after` on. Markdown. */
  notes: z.array(z.strictObject({ after: z.number().int().nonnegative(), text: z.string() })).default([]),
  /** How a step is told in plain words: see `Wording` of engine/fold/narrate.ts. */
  wording: z
    .strictObject({
      events: z.record(z.string(), z.string()).optional(),
      changes: z.array(z.string()).optional(),
    })
    .default({}),
  /** What there is to see once every check has passed, in one or two plain sentences; names between backticks. */
  passed: z.string().optional(),
  starter: expectation,
  wrong: z.record(name, expectation),
});

export type ExerciseMetadata = z.infer<typeof exerciseMetadata>;

/** `topics.yaml`: the course's topics, and the exercises whose logs they hold, in order. */
export const courseTopics = z.record(
  z.string(),
  z.strictObject({ partitions: z.number().int().positive(), logs: z.array(name) }),
);
