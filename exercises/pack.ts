import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type Catalog, openPack, readExercise, slugsIn } from "./catalog.ts";

/** A pack as far as it can be read: what is broken is left out, and said. */
export interface ReadPack extends Catalog {
  /** One sentence for each thing to fix: the file and what is wrong. */
  problems: string[];
  /** The ids of exercises that are there and cannot be read. */
  broken: string[];
}

/**
 * Reads a folder of exercises that is not the course's, each exercise on its own, so that one that is half done does
 * not keep the others away. `asOf` names the state of the folder: see `stateOf`. Does not throw.
 */
export async function readPack(folder: string, asOf?: string): Promise<ReadPack> {
  const path = resolve(folder);
  const read: ReadPack = { title: basename(path), exercises: [], topics: [], problems: [], broken: [] };
  const slugs = await slugsIn(path).catch(() => null);
  if (slugs === null || slugs.length === 0) return { ...read, problems: [withoutExercises(folder, path)] };
  for (const slug of slugs) {
    try {
      const pack = await openPack(path, [slug], asOf);
      read.exercises.push(await readExercise(pack, slug));
      read.title = pack.title;
      const known = new Set(read.topics.map(({ topic }) => topic));
      read.topics.push(...pack.topics.filter(({ topic }) => !known.has(topic)));
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      if (!read.problems.includes(sentence)) read.problems.push(sentence);
      read.broken.push(slug);
    }
  }
  return read;
}

/** A name for the state in which a folder's files are: it changes when a file is written, made or removed. */
export async function stateOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name));
  const times = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ mtimeMs, size }) => `${file} ${mtimeMs} ${size}`,
        () => file,
      ),
    ),
  );
  return createHash("sha256").update(times.toSorted().join("\n")).digest("hex").slice(0, 16);
}

function withoutExercises(folder: string, path: string): string {
  if (!existsSync(path)) return `${folder} is not there. Give --pack the folder that holds the exercises.`;
  if (existsSync(join(path, "exercise.yaml")))
    return `${folder} is an exercise itself. Give --pack the folder around it.`;
  return `${folder} holds no exercise yet. Begin one: npm run exercise -- new <slug> --pack ${folder}`;
}
