import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { RawRecord } from "../engine/fold/event.ts";
import type { Json } from "../engine/fold/json.ts";
import type { Command, Entry, Slice } from "../engine/fold/trace.ts";
import type { Case, ExerciseChecks } from "../engine/grading/checks.ts";
import { withoutIgnoredPaths } from "../engine/grading/ignored-paths.ts";
import { type AnswerSource, answersIn, readAnswer } from "./answer-source.ts";
import { entryOf, eventVersions } from "./derived-keys.ts";
import { Folder } from "./folder.ts";
import { readHints } from "./hints.ts";
import {
  courseTopics,
  type ExerciseMetadata,
  type Expectation,
  exerciseMetadata,
  packMetadata,
} from "./metadata.ts";
import { type CourseTopic, layOut, sliceOf } from "./topics.ts";

/** An exercise folder, read. Sources are text; checks are the author's own, trusted code. */
export interface Exercise
  extends Omit<ExerciseMetadata, "id" | "entry" | "events" | "commands" | "args" | "starter" | "wrong"> {
  id: string;
  entry: Entry;
  events: Record<string, number>;
  /** Where it lies. */
  folder: string;
  readme: string;
  /** Why the exercise is as it is, for the next author. */
  design?: string;
  /** What the page folds at first: code to be finished, or the solution where states are to be predicted. */
  starter: string;
  solution: string;
  /** The file that the starter is made from: `starter.ts`, or `solution.ts` with its markers. */
  starterFile: string;
  /** Other solutions that are right. */
  approaches: AnswerSource[];
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
  wrong: (Expectation & AnswerSource)[];
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

/** Metadata with its id, which may be left out. */
type Metadata = ExerciseMetadata & { id: string };

/** A folder of exercises before they are read: what they share. */
export interface Pack {
  folder: Folder;
  title: string;
  slugs: string[];
  /** What an exercise's `exercise.yaml` says together with what it inherits. */
  metadataOf(slug: string): Promise<Metadata>;
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
    if (metadata.id !== undefined && metadata.id !== slug)
      throw new Error(`${folder.shown}/${slug}/exercise.yaml: the id must be the folder's name, ${slug}.`);
    return { ...metadata, id: slug };
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

/**
 * Reads one exercise of a pack. Throws what keeps it from being read. With `onBroken`, a wrong answer or an approach that
 * cannot be read is only left out: learners do not need it.
 */
export async function readExercise(
  pack: Pack,
  slug: string,
  onBroken?: (error: Error) => void,
): Promise<Exercise> {
  const { commands, args, starter, wrong, entry, events, ...metadata } = await pack.metadataOf(slug);
  const own = pack.folder.folder(slug);
  const topic = pack.topics.find((each) => each.topic === topicNameOf(metadata));
  if (!topic) throw new Error(`${own.shown}/exercise.yaml: ${metadata.log.topic} is not in topics.yaml.`);
  const design = await own.textOrNone("design.md");
  const order = own.has("order.ts") ? (await readAnswer(own, "order")).source : undefined;
  const checks = (await own.module("checks.ts")).default as ExerciseChecks;
  const solved = await readAnswer(own, "solution");
  const started = metadata.form === "predict" ? solved : await readAnswer(own, "starter");
  const solution = solved.source;
  // checks.ts imports these types; in the learner's code they are global.
  const declarations = ((await own.textOrNone("events.d.ts")) ?? "").replace(/^export /gm, "");
  const given = await Promise.all([listIn(own, "commands.json", commands), listIn(own, "args.json", args)]);
  const log = sliceOf(topic, metadata.log);
  return {
    ...metadata,
    entry: entryOf(entry, solution, `${own.shown}/solution.ts`),
    events: eventVersions(events, declarations, log.records),
    folder: own.path,
    readme: await own.text("README.md"),
    ...(design !== undefined && { design }),
    starter: started.source,
    starterFile: started.file,
    solution,
    approaches: await readable(
      await answersIn(own, "approaches"),
      (name) => readAnswer(own, `approaches/${name}`),
      onBroken,
    ),
    ...(order !== undefined && { order }),
    // What is asked for most comes first.
    types: `${declarations}\n${await commonTypes(pack.folder)}`,
    hints: await readHints(own),
    ...(given[0] && { commands: given[0] as Command[] }),
    ...(given[1] && { args: given[1] as Json[] }),
    checks: withoutIgnoredPaths(checks, metadata.ignore),
    ...log,
    partitions: topic.partitions,
    ...(starter && { expected: starter }),
    wrong: await readable(
      Object.entries(wrong),
      async ([name, expected]) => ({ ...expected, ...(await readAnswer(own, `wrong/${name}`)) }),
      onBroken,
    ),
  };
}

/** The list in a JSON file, if `exercise.yaml` names one or the one with the usual name is there. */
async function listIn(own: Folder, usual: string, named?: string): Promise<unknown[] | undefined> {
  const file = named ?? (own.has(usual) ? usual : undefined);
  return file === undefined ? undefined : ((await own.json(file)) as unknown[]);
}

/** What is read of each; with `onBroken`, of those that can be read. */
async function readable<Named, Read>(
  all: Named[],
  read: (each: Named) => Promise<Read>,
  onBroken?: (error: Error) => void,
): Promise<Read[]> {
  const parts = await Promise.all(
    all.map(async (each) => {
      try {
        return [await read(each)];
      } catch (error) {
        if (!onBroken || !(error instanceof Error)) throw error;
        onBroken(error);
        return [];
      }
    }),
  );
  return parts.flat();
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

function topicNameOf({ id, log }: Pick<Metadata, "id" | "log">): string {
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
