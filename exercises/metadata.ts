import { z } from "zod";

const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case words joined by hyphens");
const count = z.number().int().positive();

/** What a wrong answer (or the starter) must run into: the check, and where. */
const expectation = z.strictObject({
  check: z.string(),
  /** The offset of the exercise's log at which the check speaks. */
  offset: z.number().int().nonnegative().optional(),
  /** How many records (and commands) the smallest failing log has. */
  smallest: count.optional(),
  /** A part of the message. */
  says: z.string().optional(),
});

/** Which of the laws an exercise asks for; mutation and determinism are asked for always. */
export const lawsMetadata = z.strictObject({
  /** An event of a type that nobody knows leaves the state as it was. */
  unknown: z.boolean().default(true),
  /** Going on from any state that was kept leads to the same states. */
  snapshot: z.boolean().default(true),
  /** A fold from the start in a fresh instance, under another clock, leads to the same states. */
  replay: z.boolean().default(true),
  /** A record that is delivered again changes nothing. */
  duplicates: z.boolean().default(false),
  /** Every merge that keeps the order of each key ends in the same state. */
  interleavings: z.boolean().default(false),
  /** A decider that is stopped between two of its events, and asked again, ends in the same state. */
  crash: z.boolean().default(false),
});

/** `exercise.yaml`. Whatever it leaves out comes from `pack.yaml`: see `packMetadata`. */
export const exerciseMetadata = z.strictObject({
  /** Permanent: the folder's name, and the key under which learners' work is kept. */
  id: name,
  title: z.string(),
  /** What a learner does, in one line of the list of challenges. Without it the list shows how the task begins. */
  summary: z.string().max(100, "A summary has 100 characters at most.").optional(),
  /** What `check` asks for: a `class` exercise needs the least that can be graded, a `course` exercise everything. */
  level: z.enum(["class", "course"]).default("class"),
  /** The module of `pack.yaml` whose values it inherits. */
  module: name.optional(),
  /** Slug of the lesson it stands in; none for a challenge. */
  lesson: name.optional(),
  optional: z.boolean().default(false),
  /** Words of the field that it practises, as in `duplicate-delivery`. */
  concepts: z.array(name).default([]),
  /** 1 is a first exercise, 5 is nasty. */
  difficulty: z.number().int().min(1).max(5).default(1),
  /** Ids of exercises that should be passed before. */
  prerequisites: z.array(name).default([]),
  /** How it is answered: by writing code, by putting the lines of `order.ts` in order, by predicting states. */
  form: z.enum(["code", "order", "predict"]).default("code"),
  entry: z
    .strictObject({
      kind: z.enum(["reducer", "projector", "decider", "upcaster", "call"]),
      name: z.string().optional(),
    })
    .default({ kind: "reducer" }),
  scope: z.enum(["all", "by-key"]).default("all"),
  /** The event types of its log, each with its current version. */
  events: z.record(z.string(), count).default({}),
  /**
   * The records of one key of a course topic (or the first `count` of them), or of all keys where none is named. An
   * exercise that `topics.yaml` does not list has its own topic, `course.<id>`, with so many partitions. `late` says
   * that a record may have happened before one that is earlier in the log of its key: the exercise is about that.
   */
  log: z
    .strictObject({
      topic: z.string().optional(),
      key: z.string().optional(),
      count: count.optional(),
      partitions: count.default(1),
      late: z.boolean().default(false),
    })
    .default({ partitions: 1, late: false }),
  /** A file of commands, for a decider. */
  commands: z.string().optional(),
  /** A file of arguments, for a call; without it the call gets the events of the log. */
  args: z.string().optional(),
  laws: lawsMetadata.default(lawsMetadata.parse({})),
  /** Parts of a state that are the learner's own and not compared, as paths: `additions`, `carts.*.seen`. */
  ignore: z.array(z.string()).default([]),
  /** Steps after which the state is to be predicted, by index. */
  predict: z.array(z.number().int().nonnegative()).default([]),
  view: z.enum(["cart", "board", "account", "seats", "newsroom", "table", "none"]).default("none"),
  panels: z
    .array(z.enum(["tape", "view", "tree", "code", "checks"]))
    .default(["tape", "tree", "code", "checks"]),
  /** Lines under the tape for the first look: each stands there from the step with index `after` on. Markdown. */
  notes: z.array(z.strictObject({ after: z.number().int().nonnegative(), text: z.string() })).default([]),
  /** How a step is described in plain words: see `Wording` of engine/fold/describe-step.ts. */
  wording: z
    .strictObject({
      events: z.record(z.string(), z.string()).optional(),
      changes: z.array(z.string()).optional(),
      values: z.record(z.string(), z.string()).optional(),
    })
    .default({}),
  /** What there is to see once every check has passed, in one or two plain sentences; names between backticks. */
  passed: z.string().optional(),
  starter: expectation,
  wrong: z.record(name, expectation),
  /** Mutants of the solution that no check has to catch, by name, each with the reason. */
  survivors: z.record(z.string(), z.string()).default({}),
});

export type ExerciseMetadata = z.infer<typeof exerciseMetadata>;
export type LawSelection = z.infer<typeof lawsMetadata>;

/** `pack.yaml`: the name of a folder of exercises, and values that its exercises (or those of a module) inherit. */
export const packMetadata = z.strictObject({
  title: z.string(),
  defaults: z.record(z.string(), z.unknown()).default({}),
  modules: z.record(name, z.record(z.string(), z.unknown())).default({}),
});

/** `topics.yaml`: topics that hold the logs of several exercises, in order. */
export const courseTopics = z.record(z.string(), z.strictObject({ partitions: count, logs: z.array(name) }));
