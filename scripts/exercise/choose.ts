import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { openPack, type Pack } from "../../exercises/shelf.ts";
import { Misuse } from "./misuse.ts";
import { notKnown } from "./nearest.ts";

/** The pack in a folder, given as it was typed; the course's where none is. Throws a Misuse for a folder that is not there. */
export async function chosenPack(folder?: string): Promise<Pack> {
  if (folder === undefined) return openPack();
  const path = resolve(folder);
  if (!existsSync(path))
    throw new Misuse(`There is no folder ${folder}. Say where the pack lies: --pack <folder>.`);
  return openPack(path);
}

/** The exercises that were asked for, all of the pack where none was. Throws a Misuse that names the nearest one. */
export function chosenSlugs({ slugs }: Pick<Pack, "slugs">, asked: string[]): string[] {
  for (const slug of asked) {
    if (!slugs.includes(slug)) throw new Misuse(notKnown("exercise", slug, slugs));
  }
  return asked.length > 0 ? asked : slugs;
}
