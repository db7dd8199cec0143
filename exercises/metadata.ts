import { z } from "zod";
import { labIds } from "../engine/labs/lab-ids.ts";
import { lineProblem } from "../engine/terminal/run-line.ts";
import { tools } from "../engine/terminal/tool-list.ts";

const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case words joined by hyphens");
const count = z.number().int().positive();

/** The check that a wrong answer (or the starter) must run into. Where, and with which message, is in `feedback.md`. */
const expectation = z.strictObject({
  check: z.string().meta({ description: "The id of a check in checks.ts, or of a built-in check." }),
});

/** Which of the laws an exercise asks for; mutation and determinism are asked for always. */
export const lawsMetadata = z.strictObject({
  unknown: z
    .boolean()
    .default(true)
    .meta({ description: "An event of a type that nobody knows leaves the state as it was." }),
  snapshot: z
    .boolean()
    .default(true)
    .meta({ description: "Going on from any state that was kept leads to the same states." }),
  replay: z.boolean().default(true).meta({
    description: "A fold from the start in a fresh instance, under another clock, leads to the same states.",
  }),
  duplicates: z
    .boolean()
    .default(false)
    .meta({ description: "A record that is delivered again changes nothing." }),
  interleavings: z
    .boolean()
    .default(false)
    .meta({ description: "Every merge that keeps the order of each key ends in the same state." }),
  crash: z.boolean().default(false).meta({
    description:
      "A decider that is stopped between two of its events, and asked again, ends in the same state.",
  }),
});

/** What the terminal beside an exercise has. A command that could not be run there is refused. */
const terminal = z
  .strictObject({
    tools: z
      .array(z.enum(tools.map((tool) => tool.name)))
      .nonempty("Name at least one tool, or leave the key out for all tools.")
      .optional()
      .meta({ description: "The tools that it offers. Without it: all." }),
    commands: z
      .array(z.string())
      .max(8, "A terminal has 8 ready commands at most.")
      .default([])
      .meta({ description: "Lines that a learner may put at the prompt with one click." }),
  })
  .superRefine(({ tools: offered, commands }, context) => {
    for (const [at, line] of commands.entries()) {
      const problem = lineProblem(line, offered);
      if (problem !== null) context.addIssue({ code: "custom", path: ["commands", at], message: problem });
    }
  });

export type Expectation = z.infer<typeof expectation>;

/** `exercise.yaml`. Whatever it leaves out comes from `pack.yaml`: see `packMetadata`. */
const exerciseShape = z.strictObject({
  id: name.optional().meta({
    description: "Permanent: the folder's name. Learners' work is stored under it.",
    examples: ["rain-gauge"],
  }),
  title: z.string().meta({ description: "The title that learners read.", examples: ["Rain gauge"] }),
  summary: z
    .string()
    .max(100, "A summary has 100 characters at most.")
    .optional()
    .meta({
      description:
        "What a learner does, in one line of the list of challenges. Without it the list shows how the task begins.",
      examples: ["Add up what fell in a night."],
    }),
  level: z
    .enum(["class", "course"])
    .default("class")
    .meta({
      description: "What `check` asks for: the least that can be graded, or everything.",
      examples: ["class"],
    }),
  module: name.optional().meta({
    description: "The module of `pack.yaml` whose values it inherits.",
    examples: ["first-week"],
  }),
  lesson: name.optional().meta({
    description: "The slug of its lesson. A challenge has none.",
    examples: ["create-and-read-only"],
  }),
  optional: z
    .boolean()
    .default(false)
    .meta({
      description: "Whether a lesson is passed without it.",
      examples: [true],
    }),
  concepts: z
    .array(name)
    .default([])
    .meta({
      description: "Words of the field that it practises.",
      examples: [["fold", "duplicate-delivery"]],
    }),
  difficulty: z
    .number()
    .int()
    .min(1)
    .max(5)
    .default(1)
    .meta({
      description: "1 is a first exercise, 5 is the hardest.",
      examples: [2],
    }),
  prerequisites: z
    .array(name)
    .default([])
    .meta({
      description: "Exercises that should be passed before.",
      examples: [["cart-read-only"]],
    }),
  form: z
    .enum(["code", "order", "predict"])
    .default("code")
    .meta({
      description:
        "How it is answered: by code, by putting the lines of `order.ts` in order, by predicting states.",
      examples: ["predict"],
    }),
  entry: z
    .strictObject({
      kind: z.enum(["reducer", "projector", "decider", "upcaster", "call"]).optional(),
      name: z.string().optional(),
    })
    .optional()
    .meta({
      description: "What the learner's code exports. Without it, what the solution exports.",
      examples: [{ kind: "call", name: "isThreefold" }],
    }),
  scope: z
    .enum(["all", "by-key"])
    .default("all")
    .meta({
      description: "Whether all records are folded into one state, or those of each key into its own.",
      examples: ["by-key"],
    }),
  events: z
    .record(z.string(), count)
    .optional()
    .meta({
      description:
        "The event types with their current version. Without it: the types in `events.d.ts`, each in the highest version of the log.",
      examples: [{ RainFell: 2 }],
    }),
  log: z
    .strictObject({
      topic: z.string().optional(),
      key: z.string().optional(),
      count: count.optional(),
      partitions: count.default(1),
      late: z.boolean().default(false),
    })
    .default({ partitions: 1, late: false })
    .meta({
      description:
        "Which records are its log: those of one key of a topic in `topics.yaml` (or the first `count` of them). Without `topic` it has its own, `course.<id>`, with so many `partitions`. `late`: a record may have happened before an earlier one of its key.",
      examples: [{ topic: "course.carts", key: "cart-1" }],
    }),
  commands: z
    .string()
    .optional()
    .meta({
      description: "A file of commands, for a decider. Without it: `commands.json`, if it is there.",
      examples: ["evening.json"],
    }),
  args: z
    .string()
    .optional()
    .meta({
      description:
        "A file of arguments, for a call. Without it: `args.json`, if it is there, else the call gets the events of the log.",
      examples: ["question.json"],
    }),
  laws: lawsMetadata.default(lawsMetadata.parse({})).meta({
    description: "Which built-in checks run: see the guide, step 5.",
    examples: [{ duplicates: true }],
  }),
  ignore: z
    .array(z.string())
    .default([])
    .meta({
      description: "Parts of a state that are the learner's own and not compared, as paths.",
      examples: [["additions", "carts.*.seen"]],
    }),
  predict: z
    .array(z.number().int().nonnegative())
    .default([])
    .meta({
      description: "Steps after which the state is to be predicted, by index: 0 is the first record.",
      examples: [[0, 2, 4]],
    }),
  view: z
    .enum(["cart", "board", "account", "seats", "newsroom", "table", "none"])
    .default("none")
    .meta({
      description: "How the page draws the state, beside the tree.",
      examples: ["table"],
    }),
  lab: z
    .enum(labIds)
    .optional()
    .meta({
      description: "The lab that it is about: the tab Explore then has it as a tool.",
      examples: ["database"],
    }),
  terminal: terminal.optional().meta({
    description:
      "The terminal beside it: the `tools` that it offers (without it: all), and ready `commands` that a click puts at the prompt.",
    examples: [{ tools: ["kcat", "jq"], commands: ["kcat -C -t course.carts -e | jq -r .type"] }],
  }),
  panels: z
    .array(z.enum(["tape", "view", "tree", "code", "checks"]))
    .default(["tape", "tree", "code", "checks"])
    .meta({ description: "Which panels are open at first.", examples: [["tape", "view"]] }),
  notes: z
    .array(z.strictObject({ after: z.number().int().nonnegative(), text: z.string() }))
    .default([])
    .meta({
      description:
        "Lines under the records for the first look, in Markdown: each at the step with this index.",
      examples: [[{ after: 0, text: "Each card is a **record**." }]],
    }),
  wording: z
    .strictObject({
      events: z.record(z.string(), z.string()).optional(),
      changes: z.array(z.string()).optional(),
      values: z.record(z.string(), z.string()).optional(),
    })
    .default({})
    .meta({
      description:
        "How a step is described: a sentence for each event type, the parts of the state whose changes are named, what short texts in the state mean.",
      examples: [{ events: { RainFell: "{mm} mm of rain fell" }, changes: ["level"] }],
    }),
  passed: z
    .string()
    .optional()
    .meta({
      description: "What there is to see once every check has passed, in one or two sentences.",
      examples: ["The gauge was read twelve times, and nobody wrote down the level."],
    }),
  starter: expectation.optional().meta({
    description: "The check that the starter fails. Only `form: predict` has none.",
    examples: [{ check: "level" }],
  }),
  wrong: z
    .record(name, expectation)
    .default({})
    .meta({
      description: "The check that each wrong answer fails, by the name of its file.",
      examples: [{ "counts-twice": { check: "level" } }],
    }),
  survivors: z
    .record(z.string(), z.string())
    .default({})
    .meta({
      description: "Mutants of the solution that no check has to catch, each with the reason.",
      examples: [{ "dropped default at = 0": "Nothing reads it before it is set." }],
    }),
});

export const exerciseMetadata = exerciseShape.superRefine(({ form, starter }, context) => {
  if (form !== "predict" && starter === undefined)
    context.addIssue({ code: "invalid_type", expected: "object", path: ["starter"], input: starter });
});

export type ExerciseMetadata = z.infer<typeof exerciseMetadata>;
export type LawSelection = z.infer<typeof lawsMetadata>;

/** `pack.yaml`: the name of a folder of exercises, and values that its exercises (or those of a module) inherit. */
export const packMetadata = z.strictObject({
  title: z.string().meta({ description: "The pack's title.", examples: ["Monday"] }),
  defaults: z
    .record(z.string(), z.unknown())
    .default({})
    .meta({
      description: "Values that every exercise inherits which does not say otherwise.",
      examples: [{ level: "class" }],
    }),
  modules: z
    .record(name, z.record(z.string(), z.unknown()))
    .default({})
    .meta({
      description: "Values that the exercises of a module inherit: those that name it with `module`.",
      examples: [{ "first-week": { view: "table" } }],
    }),
});

/** `topics.yaml`: topics that hold the logs of several exercises, in order. */
export const courseTopics = z.record(z.string(), z.strictObject({ partitions: count, logs: z.array(name) }));
