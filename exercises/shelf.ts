import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse as parseYaml } from "yaml";
import type { z } from "zod";
import type { RawRecord } from "../engine/fold/event.ts";
import type { Command, Slice } from "../engine/fold/trace.ts";
import type { Case, ExerciseChecks } from "../engine/grading/checks.ts";
import { courseTopics, type ExerciseMetadata, exerciseMetadata } from "./metadata.ts";
import { layOut, sliceOf } from "./topics.ts";

/** An exercise folder, read. Sources are text; checks are the author's own, trusted code. */
export interface Exercise extends Omit<ExerciseMetadata, "commands" | "starter" | "wrong"> {
  readme: string;
  starter: string;
  solution: string;
  /** Declarations of the event types, global to the learner's code. */
  types: string;
  hints: string[];
  commands?: Command[];
  checks: ExerciseChecks;
  slice: Slice;
  /** The lesson's log: the records of the slice, as Kafka keeps them. */
  records: RawRecord[];
  expected: ExerciseMetadata["starter"];
  wrong: (ExerciseMetadata["starter"] & { name: string; source: string })[];
}

/** A topic of the course with all its records, placed as Kafka will place them. */
export interface CourseTopic {
  topic: string;
  partitions: number;
  records: RawRecord[];
}

export interface Shelf {
  exercises: Exercise[];
  topics: CourseTopic[];
}

/** Reads every exercise folder and lays out the course's topics. Throws with the file's name and what to mend. */
export async function readShelf(folder = import.meta.dirname): Promise<Shelf> {
  const listed = parse(
    courseTopics,
    await readFile(join(folder, "topics.yaml"), "utf8"),
    "exercises/topics.yaml",
  );
  const topics: CourseTopic[] = [];
  for (const [topic, { partitions, logs }] of Object.entries(listed)) {
    const cases = await Promise.all(logs.map((exercise) => readLog(join(folder, exercise))));
    topics.push({ topic, partitions, records: layOut(topic, partitions, cases.flat()) });
  }
  const entries = await readdir(folder, { withFileTypes: true });
  const slugs = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const common = await readFile(join(folder, "types.d.ts"), "utf8");
  const exercises = await Promise.all(
    slugs.toSorted().map((slug) => readExercise(join(folder, slug), slug, topics, common)),
  );
  return { exercises, topics };
}

async function readExercise(
  folder: string,
  slug: string,
  topics: CourseTopic[],
  common: string,
): Promise<Exercise> {
  const text = (file: string) => readFile(join(folder, file), "utf8");
  const { commands, starter, wrong, ...metadata } = parse(
    exerciseMetadata,
    await text("exercise.yaml"),
    `exercises/${slug}/exercise.yaml`,
  );
  if (metadata.id !== slug)
    throw new Error(`exercises/${slug}/exercise.yaml: the id must be the folder's name.`);
  const topic = topics.find(({ topic }) => topic === metadata.log.topic);
  if (!topic)
    throw new Error(`exercises/${slug}/exercise.yaml: ${metadata.log.topic} is not in topics.yaml.`);
  const checks = (await import(/* @vite-ignore */ pathToFileURL(join(folder, "checks.ts")).href)) as {
    default: ExerciseChecks;
  };
  const hints = (await readdir(join(folder, "hints"))).toSorted();
  return {
    ...metadata,
    readme: await text("README.md"),
    starter: await text("starter.ts"),
    solution: await text("solution.ts"),
    types: `${common}\n${await text("events.d.ts")}`,
    hints: await Promise.all(hints.map((file) => text(join("hints", file)))),
    ...(commands && { commands: JSON.parse(await text(commands)) as Command[] }),
    checks: checks.default,
    ...sliceOf(topic, metadata.log),
    expected: starter,
    wrong: await Promise.all(
      Object.entries(wrong).map(async ([name, expected]) => ({
        ...expected,
        name,
        source: await text(join("wrong", `${name}.ts`)),
      })),
    ),
  };
}

/** An exercise's own log: `log.ndjson`, or `log.ts` that exports it as `log`. */
async function readLog(folder: string): Promise<Case["records"]> {
  if (existsSync(join(folder, "log.ts"))) {
    return (await import(/* @vite-ignore */ pathToFileURL(join(folder, "log.ts")).href)).log;
  }
  const lines = (await readFile(join(folder, "log.ndjson"), "utf8"))
    .split("\n")
    .filter((line) => line.trim());
  return lines.map((line) => JSON.parse(line));
}

/** A YAML file's content by its schema. Throws with the file's name and what to mend. */
function parse<Schema extends z.ZodType>(schema: Schema, yaml: string, file: string): z.infer<Schema> {
  let value: unknown;
  try {
    value = parseYaml(yaml);
  } catch (error) {
    throw new Error(`${file} is not YAML. ${error instanceof Error ? error.message : error}`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`,
  );
  throw new Error(`${file} needs mending. ${problems.join("; ")}`);
}
