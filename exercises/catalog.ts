import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { RawRecord } from "../engine/fold/event.ts";
import type { Json } from "../engine/fold/json.ts";
import type { Command, Slice } from "../engine/fold/trace.ts";
import type { Case, ExerciseChecks } from "../engine/grading/checks.ts";
import { withoutIgnoredPaths } from "../engine/grading/ignored-paths.ts";
import { Folder } from "./folder.ts";
import {
  courseTopics,
  type ExerciseMetadata,
  type Expectation,
  exerciseMetadata,
  packMetadata,
} from "./metadata.ts";
import { type CourseTopic, layOut, sliceOf } from "./topics.ts";

/** An exercise folder, read. Sources are text; checks are the author's own, trusted code. */
export interface Exercise extends Omit<ExerciseMetadata, "commands" | "args" | "starter" | "wrong"> {
  /** Where it lies. */
  folder: string;
  readme: string;
  /** Why the exercise is as it is, for the next author. */
  design?: string;
  /** What the page folds at first: code to be finished, or the solution where states are to be predicted. */
  starter: string;
  solution: string;
  /** Other solutions that are right. */
  approaches: NamedSource[];
  /** The lines to be put in order: see engine/grading/line-ordering.ts. */
  order?: string;
  /** Declarations of the event types, global to the learner's code. */
  types: string;
  hints: string[];
  commands?: Command[];
  args?: Json[];
  checks: ExerciseChecks;
  slice: Slice;
  partitions: number;
  /** The exercise's log: the records of the slice, as Kafka keeps them, in the order in which they are folded. */
  records: RawRecord[];
  /** What the starter runs into; none where states are to be predicted. */
  expected?: Expectation;
  wrong: (Expectation & NamedSource)[];
}

export interface NamedSource {
  name: string;
  source: string;
}

export interface Catalog {
  title: string;
  exercises: Exercise[];
  topics: CourseTopic[];
}

/** The catalog of the course. */
const course = import.meta.dirname;

/**
 * Reads every exercise folder of a pack and lays out its topics. Throws with the file's name and what to fix. `asOf` is
 * as in `openPack`.
 */
export async function readCatalog(folder = course, asOf?: string): Promise<Catalog> {
  const pack = await openPack(folder, undefined, asOf);
  const exercises = await Promise.all(pack.slugs.map((slug) => readExercise(pack, slug)));
  return { title: pack.title, exercises, topics: pack.topics };
}

/** A folder of exercises before they are read: what they share. */
export interface Pack {
  folder: Folder;
  title: string;
  slugs: string[];
  /** What an exercise's `exercise.yaml` says together with what it inherits. */
  metadataOf(slug: string): Promise<ExerciseMetadata>;
  topics: CourseTopic[];
}

/**
 * Opens a pack, or of its exercises only those named. Throws where the pack itself, or a log or the metadata of one of
 * these exercises, is not valid. Code that was read as of another state of the folder is read anew.
 */
export async function openPack(path = course, only?: string[], asOf?: string): Promise<Pack> {
  const folder = new Folder(path, basename(path), asOf);
  const { title, defaults, modules } = folder.checked(
    packMetadata,
    folder.has("pack.yaml") ? await folder.yaml("pack.yaml") : { title: basename(path) },
    "pack.yaml",
  );
  const slugs = only ?? (await slugsIn(path));
  const metadataOf = async (slug: string) => {
    const own = await folder.yaml(join(slug, "exercise.yaml"));
    const inherited = typeof own.module === "string" ? (modules[own.module] ?? {}) : {};
    const metadata = folder.checked(
      exerciseMetadata,
      merged(merged(defaults, inherited), own),
      join(slug, "exercise.yaml"),
    );
    if (metadata.id !== slug)
      throw new Error(`${folder.shown}/${slug}/exercise.yaml: the id must be the folder's name, ${slug}.`);
    return metadata;
  };
  return { folder, title, slugs, metadataOf, topics: await topicsOf(folder, slugs, metadataOf) };
}

/** The names of the exercise folders in a pack's folder. */
export async function slugsIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(path, entry.name, "exercise.yaml")))
    .map((entry) => entry.name)
    .toSorted();
}

/** Reads one exercise of a pack. */
export async function readExercise(pack: Pack, slug: string): Promise<Exercise> {
  const { commands, args, starter, wrong, ...metadata } = await pack.metadataOf(slug);
  const own = pack.folder.folder(slug);
  const topic = pack.topics.find((each) => each.topic === topicNameOf(metadata));
  if (!topic) throw new Error(`${own.shown}/exercise.yaml: ${metadata.log.topic} is not in topics.yaml.`);
  const design = await own.textOrNone("design.md");
  const order = await own.textOrNone("order.ts");
  const checks = (await own.module("checks.ts")).default as ExerciseChecks;
  const hints = await own.texts("hints", ".md");
  const approaches = await own.texts("approaches", ".ts");
  return {
    ...metadata,
    folder: own.path,
    readme: await own.text("README.md"),
    ...(design !== undefined && { design }),
    starter: await own.text(metadata.form === "predict" ? "solution.ts" : "starter.ts"),
    solution: await own.text("solution.ts"),
    approaches: approaches.map(({ name, text }) => ({ name, source: text })),
    ...(order !== undefined && { order }),
    types: `${await commonTypes(pack.folder)}\n${(await own.textOrNone("events.d.ts")) ?? ""}`,
    hints: hints.map(({ text }) => text),
    ...(commands && { commands: (await own.json(commands)) as Command[] }),
    ...(args && { args: (await own.json(args)) as Json[] }),
    checks: withoutIgnoredPaths(checks, metadata.ignore),
    ...sliceOf(topic, metadata.log),
    partitions: topic.partitions,
    ...(starter && { expected: starter }),
    wrong: await Promise.all(
      Object.entries(wrong).map(async ([name, expected]) => ({
        ...expected,
        name,
        source: await own.text(join("wrong", `${name}.ts`)),
      })),
    ),
  };
}

/** What every `events.d.ts` may use: the pack's own `types.d.ts`, else the course's. */
async function commonTypes(folder: Folder): Promise<string> {
  return folder.has("types.d.ts")
    ? folder.text("types.d.ts")
    : new Folder(course, "exercises").text("types.d.ts");
}

async function topicsOf(
  folder: Folder,
  slugs: string[],
  metadataOf: Pack["metadataOf"],
): Promise<CourseTopic[]> {
  const listed = folder.checked(
    courseTopics,
    folder.has("topics.yaml") ? await folder.yaml("topics.yaml") : {},
    "topics.yaml",
  );
  const named = new Set(await Promise.all(slugs.map(async (slug) => topicNameOf(await metadataOf(slug)))));
  const owners = new Set(Object.values(listed).flatMap(({ logs }) => logs));
  const shared = Object.entries(listed)
    .filter(([topic]) => named.has(topic))
    .map(([topic, { partitions, logs }]) => ({ topic, partitions, logs }));
  const own = await Promise.all(
    slugs
      .filter((slug) => !owners.has(slug))
      .map(async (slug) => {
        const { log } = await metadataOf(slug);
        return log.topic === undefined
          ? [{ topic: topicNameOf({ id: slug, log }), partitions: log.partitions, logs: [slug] }]
          : [];
      }),
  );
  return Promise.all(
    [...shared, ...own.flat()].map(async ({ topic, partitions, logs }) => {
      const records = await Promise.all(logs.map((slug) => readLog(folder, slug)));
      return { topic, partitions, records: layOut(topic, partitions, records.flat()) };
    }),
  );
}

function topicNameOf({ id, log }: Pick<ExerciseMetadata, "id" | "log">): string {
  return log.topic ?? `course.${id}`;
}

/** An exercise's own log: `log.ndjson`, or `log.ts` that exports it as `log`. */
async function readLog(pack: Folder, slug: string): Promise<Case["records"]> {
  const own = pack.folder(slug);
  if (own.has("log.ts")) return (await own.module("log.ts")).log as Case["records"];
  return (await own.lines("log.ndjson")) as Case["records"];
}

/** The second value over the first: where both are objects, key by key. What a pack says goes under what an exercise says. */
export function merged(
  under: Record<string, unknown>,
  over: Record<string, unknown>,
): Record<string, unknown> {
  const result: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = isPlain(below) && isPlain(value) ? merged(below, value) : value;
  }
  return result;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
