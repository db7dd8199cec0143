import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Exercise, openPack, readExercise, slugsIn } from "../../exercises/shelf.ts";
import { ROOT } from "../data-folder.ts";
import { Misuse } from "./misuse.ts";
import { notKnown } from "./nearest.ts";

/**
 * One exercise of the course or of a pack, whatever state the others are in. Throws a Misuse where there is none of this
 * name, and what is wrong with its folder.
 */
export async function chosenExercise(slug: string, pack?: string, asOf?: string): Promise<Exercise> {
  const folder = packFolder(pack);
  const slugs = await slugsIn(folder);
  if (!slugs.includes(slug)) throw new Misuse(notKnown("exercise", slug, slugs));
  return readExercise(await openPack(folder, [slug], asOf), slug);
}

/** The folder of a pack as it was typed, or the course's. Throws a Misuse where there is none. */
export function packFolder(pack?: string): string {
  const folder = pack === undefined ? join(ROOT, "exercises") : resolve(pack);
  if (existsSync(folder)) return folder;
  throw new Misuse(`There is no folder ${pack}. Say where the pack lies: --pack <folder>.`);
}
