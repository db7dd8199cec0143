import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { rootFolder } from "../../data-folder.ts";
import { courseFolder } from "../chosen-exercises.ts";
import { importedFiles } from "./imported-files.ts";

/** What no grading reads: texts for people, and tests. */
const notGraded = /^(README|design|feedback)\.md$|^hints\/|\.test\.ts$/;
/** What every exercise of a pack inherits, or has its topic from. */
const shared = ["pack.yaml", "topics.yaml"];
/** Folders of the code that grades. It starts processes by their names, so that imports do not lead everywhere. */
const gradingFolders = ["engine", "playground-server/runs"].map((folder) => join(rootFolder, folder, "/"));

/**
 * The exercises whose grading a change of these files may touch: those to which one of the files belongs, those that
 * import one, those whose topic holds one as a log, and all where the code that grades has changed.
 */
export async function affectedExercises(
  folder: string,
  slugs: string[],
  changed: string[],
): Promise<string[]> {
  if (shared.some((file) => changed.includes(join(folder, file)))) return slugs;
  if (folder === courseFolder && (await hasOtherGrading(changed))) return slugs;
  const topics = await topicsOf(folder);
  const affected = await Promise.all(
    slugs.map(async (slug) => {
      const own = join(folder, slug, "/");
      if (changed.some((file) => file.startsWith(own) && !notGraded.test(file.slice(own.length))))
        return slug;
      const files = await filesBehind(folder, slug, topics);
      return changed.some((file) => files.has(file)) ? slug : null;
    }),
  );
  return affected.filter((slug) => slug !== null);
}

async function hasOtherGrading(changed: string[]): Promise<boolean> {
  const reading = await importedFiles([
    join(courseFolder, "catalog.ts"),
    join(rootFolder, "scripts/exercise/grade-answers.ts"),
  ]);
  return changed.some(
    (file) =>
      !file.endsWith(".test.ts") &&
      (reading.has(file) || gradingFolders.some((folder) => file.startsWith(folder))),
  );
}

/** What an exercise is graded by beside its own files: what these import, and the other logs of its topic. */
async function filesBehind(folder: string, slug: string, topics: Topics): Promise<Set<string>> {
  const names = (await readdir(join(folder, slug)).catch(() => [])).filter(
    (name) => name.endsWith(".ts") && !notGraded.test(name),
  );
  const code = await importedFiles(names.map((name) => join(folder, slug, name)));
  const yaml = await readFile(join(folder, slug, "exercise.yaml"), "utf8").catch(() => "");
  const logs = Object.entries(topics)
    .filter(([topic, { logs }]) => logs.includes(slug) || yaml.includes(topic))
    .flatMap(([, { logs }]) => logs)
    .flatMap((log) => ["log.ndjson", "log.ts"].map((name) => join(folder, log, name)));
  return new Set([...code, ...(await importedFiles(logs))]);
}

type Topics = Record<string, { logs: string[] }>;

async function topicsOf(folder: string): Promise<Topics> {
  const text = await readFile(join(folder, "topics.yaml"), "utf8").catch(() => "");
  return (parse(text) ?? {}) as Topics;
}
