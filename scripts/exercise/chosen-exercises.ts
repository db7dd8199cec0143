import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Exercise, openPack, type Pack, readExercise, slugsIn } from "../../exercises/catalog.ts";
import { describeUnknown } from "../authoring/nearest-name.ts";
import { UsageError } from "../authoring/usage-error.ts";

export const courseFolder = fileURLToPath(new URL("../../exercises", import.meta.url));

/** The path of a pack's folder, given as it was typed; the course's where none is. Throws a UsageError where there is no pack. */
export function chosenFolder(folder?: string): string {
  if (folder === undefined) return courseFolder;
  const path = resolve(folder);
  if (!existsSync(path))
    throw new UsageError(`There is no folder ${folder}. Name the folder of the pack: --pack <folder>.`);
  if (existsSync(join(path, "exercise.yaml")))
    throw new UsageError(`${folder} is an exercise itself. Give --pack the folder around it.`);
  return path;
}

/** What names the pack in a command that somebody is told to run; nothing for the course. */
export function packOption(path: string): string {
  return resolve(path) === courseFolder ? "" : ` --pack ${relative(process.cwd(), path) || "."}`;
}

/** The exercises that were asked for, all of the pack where none was. Throws a UsageError that names the nearest one. */
export function chosenSlugs({ slugs }: Pick<Pack, "slugs">, asked: string[], hint = ""): string[] {
  for (const slug of asked) {
    if (!slugs.includes(slug)) throw new UsageError(`${describeUnknown("exercise", slug, slugs)}${hint}`);
  }
  return asked.length > 0 ? asked : slugs;
}

/**
 * One exercise, whatever state the others are in. Throws a UsageError where there is none of this name, and what is wrong
 * with its folder.
 */
export async function chosenExercise(slug: string, folder?: string): Promise<Exercise> {
  const path = chosenFolder(folder);
  const hint = folder === undefined ? " Is it in a pack? Add --pack <folder>." : "";
  chosenSlugs({ slugs: await slugsIn(path) }, [slug], hint);
  return readExercise(await openPack(path, [slug]), slug);
}
